"""Every address."""

from django.urls import path, register_converter

from supple.web.views import (
    about,
    after,
    api,
    diary,
    figure,
    fitting,
    handout,
    library,
    measures,
    plain,
    player,
    read,
    reminders,
    routines,
    start,
    take_along,
    today,
)
from supple.web.views.days import DayConverter

register_converter(DayConverter, "day")

urlpatterns = [
    path("", today.today, name="today"),
    path("plan/<slug:plan>/rung/", today.rung, name="rung"),
    path("start/", start.start, name="start"),
    path("start/reopen/", start.reopen, name="reopen"),
    path("play/<slug:plan>/", player.play, name="play"),
    path("after/<uuid:key>/", after.after, name="after"),
    path("diary/", diary.diary, name="diary"),
    path("diary/add/", diary.add, name="diary-add"),
    path("diary/answers/", measures.given, name="diary-answers"),
    path("diary/print/", take_along.printed, name="diary-print"),
    path("diary/<slug:name>.csv", take_along.table, name="diary-table"),
    path("diary/course/", measures.course, name="diary-course"),
    path("diary/milestones/<slug:name>/", measures.milestone, name="diary-milestone"),
    path("diary/questions/<slug:measure>/", measures.question, name="diary-question"),
    path("diary/questions/<slug:measure>/<day:day>/", measures.correct, name="diary-correct"),
    path(
        "diary/questions/<slug:measure>/<day:day>/delete/",
        measures.withdraw,
        name="diary-withdraw",
    ),
    path("diary/<uuid:key>/edit/", diary.edit, name="diary-edit"),
    path("diary/<uuid:key>/delete/", diary.delete, name="diary-delete"),
    path("reminders/", reminders.page, name="reminders"),
    path("reminders/keep/", reminders.keep, name="reminder-keep"),
    path("reminders/due.json", reminders.due, name="reminder-due"),
    path("reminders/reminders.ics", reminders.file, name="reminder-file"),
    path("reminders/feed/<str:token>.ics", reminders.feed, name="reminder-feed"),
    path("reminders/<slug:act>/", reminders.change, name="reminder-change"),
    path("routines/", routines.routines, name="routines"),
    path("routines/<slug:routine>/", routines.routine, name="routine"),
    path("routines/<slug:routine>/handout.pdf", handout.handout, name="handout"),
    path("routines/<slug:routine>/follow/", routines.follow, name="follow"),
    path("read/", read.read, name="read"),
    path("read/<slug:key>/", read.sheet, name="read-sheet"),
    path("read/<slug:key>/add/", read.add, name="read-add"),
    path("read/<slug:key>/remove/", read.remove, name="read-remove"),
    path("read/<slug:key>/<int:number>/", read.entry, name="read-entry"),
    path("read/<slug:key>/<int:number>/drop/", read.drop, name="read-drop"),
    path("routines/<slug:routine>/decide/<slug:item>/", fitting.decide, name="decide"),
    path("library/", library.library, name="library"),
    path("library/<slug:exercise>/", library.exercise, name="exercise"),
    path("figure/<slug:who>.glb", figure.body, name="figure-body"),
    path("figure/<slug:who>/<slug:name>.glb", figure.clip, name="figure-clip"),
    path("figure/<slug:who>/<slug:exercise>/<slug:pose>.svg", figure.still, name="figure-still"),
    path("about-you/", about.about, name="about"),
    path("about-you/what-i-can-do/", fitting.can_do, name="can-do"),
    path("safety/", plain.safety, name="safety"),
    path("enter/<str:token>/", plain.enter, name="enter"),
    path("offline/", plain.offline, name="offline"),
    path("manifest.webmanifest", plain.manifest, name="manifest"),
    path("sw.js", plain.service_worker, name="service-worker"),
    path("healthz", plain.healthz, name="healthz"),
    path("api/sessions/<uuid:key>/", api.session, name="session"),
    path("api/sessions/<uuid:key>/events", api.events, name="events"),
]

handler400 = "supple.web.views.errors.unreadable"
handler403 = "supple.web.views.errors.forged"
handler404 = "supple.web.views.errors.missing"
handler500 = "supple.web.views.errors.broken"
