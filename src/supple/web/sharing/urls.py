"""The addresses of sharing: the person's, and those of the desk."""

from django.urls import path

from supple.web.views import looking, sharing

urlpatterns = [
    path("sharing/", sharing.sharing, name="sharing"),
    path("sharing/with/<slug:code>/", sharing.with_code, name="sharing-with"),
    path("sharing/with-author-of/<slug:slug>/", sharing.with_author, name="sharing-author"),
    path("sharing/<uuid:key>/", sharing.change, name="sharing-change"),
    path("sharing/<uuid:key>/end/", sharing.end, name="sharing-end"),
    path("desk/people/", looking.people, name="desk-people"),
    path("desk/people/new-code/", looking.renew, name="desk-new-code"),
    path("desk/people/<uuid:key>/", looking.diary, name="desk-diary"),
    path("desk/people/<uuid:key>/end/", looking.end, name="desk-end"),
]
