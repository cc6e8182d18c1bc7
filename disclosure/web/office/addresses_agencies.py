"""The addresses of the register and of bureaus."""

from django.urls import URLPattern, path

from disclosure.web.office.views.agencies import agencies, agencies_carry, agency, agency_edit, agency_new
from disclosure.web.office.views.bureaus import bureau_edit, bureau_new, bureaus
from disclosure.web.office.views.reorganise import agencies_reorganise
from disclosure.web.office.views.tree import agencies_export, agencies_import, agencies_template, tree_draft

urlpatterns: list[URLPattern] = [
    path("agencies/", agencies, name="agencies"),
    path("agencies/new/", agency_new, name="agency_new"),
    path("agencies/carry/", agencies_carry, name="agencies_carry"),
    path("agencies/reorganise/", agencies_reorganise, name="agencies_reorganise"),
    path("agencies/import/", agencies_import, name="agencies_import"),
    path("agencies/import/<int:number>/", tree_draft, name="tree_draft"),
    path("agencies/template.xlsx", agencies_template, name="agencies_template"),
    path("agencies/register.xlsx", agencies_export, name="agencies_export"),
    path("agencies/<int:number>/", agency, name="agency"),
    path("agencies/<int:number>/edit/", agency_edit, name="agency_edit"),
    path("bureaus/", bureaus, name="bureaus"),
    path("bureaus/new/", bureau_new, name="bureau_new"),
    path("bureaus/<str:region>/", bureau_edit, name="bureau_edit"),
]
