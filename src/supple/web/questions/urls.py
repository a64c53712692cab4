"""Addresses of questions: asking them, reading one, the desk of who answers."""

from django.urls import path

from supple.web.views import answering, asking, threads

urlpatterns = [
    path("ask/", asking.mine, name="ask"),
    path("ask/name/", asking.name, name="ask-name"),
    path("ask/new/", asking.new, name="ask-new"),
    path("ask/<uuid:key>/", threads.thread, name="thread"),
    path("ask/<uuid:key>/reply/", asking.reply, name="ask-reply"),
    path("ask/<uuid:key>/edit/", asking.edit, name="ask-edit"),
    path("ask/<uuid:key>/remove/", asking.remove, name="ask-remove"),
    path("ask/<uuid:key>/leave-out/", asking.leave_out, name="ask-leave-out"),
    path("ask/<uuid:key>/me-too/", threads.me_too, name="me-too"),
    path("ask/<uuid:key>/report/", threads.report, name="report"),
    path("desk/questions/", answering.waiting, name="desk-questions"),
    path("desk/questions/<uuid:key>/", answering.answer, name="desk-answer"),
    path("desk/answers/", answering.saved, name="saved-answers"),
    path("desk/answers/<int:number>/remove/", answering.unsave, name="unsave"),
    path("desk/answers/<uuid:key>/", answering.own_answer, name="own-answer"),
    path("desk/posts/", answering.queue, name="moderation"),
    path("desk/posts/trail/", answering.trail, name="moderation-trail"),
    path("desk/posts/<uuid:key>/", answering.act, name="moderate"),
    path("desk/routines/<slug:slug>/questions/", answering.accept, name="questions-open"),
]
