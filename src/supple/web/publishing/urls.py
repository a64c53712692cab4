"""The addresses of published routines and of the desk where they are written."""

from django.urls import path

from supple.web.views import desk, feeds, publication

urlpatterns = [
    path("r/", publication.routines, name="publications"),
    path("r/feed/", feeds.routines, name="publications-feed"),
    path("r/<slug:slug>/", publication.routine, name="publication"),
    path("r/<slug:slug>/<int:number>/", publication.version, name="publication-version"),
    path("r/<slug:slug>/history/", publication.history, name="publication-history"),
    path("r/<slug:slug>/follow/", publication.follow, name="publication-follow"),
    path("r/<slug:slug>/handout.pdf", publication.handout, name="publication-handout"),
    path("r/<slug:slug>/card.png", publication.picture, name="publication-picture"),
    path("r/<slug:slug>/feed/", feeds.versions, name="publication-feed"),
    path("r/<slug:slug>/answers/feed/", feeds.answers, name="answers-feed"),
    path("routines/<slug:slug>/renew/", publication.renew, name="renew"),
    path("desk/", desk.desk, name="desk"),
    path("desk/routines/new/", desk.new, name="desk-new"),
    path("desk/routines/<slug:slug>/", desk.routine, name="desk-routine"),
    path("desk/routines/<slug:slug>/preview/", desk.preview, name="desk-preview"),
    path("desk/routines/<slug:slug>/publish/", desk.publish, name="desk-publish"),
    path("desk/routines/<slug:slug>/withdraw/", desk.withdraw, name="desk-withdraw"),
]
