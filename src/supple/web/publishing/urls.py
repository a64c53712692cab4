"""The addresses of published routines and of the desk where they are written."""

from django.urls import path

from supple.web.views import feeds, publication

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
]
