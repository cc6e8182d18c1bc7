"""The addresses of people and what they are appointed to."""

from django.urls import URLPattern, path

from disclosure.web.office.views import appointments as appointed
from disclosure.web.office.views import people as person

urlpatterns: list[URLPattern] = [
    path("people/", person.people, name="people"),
    path("people/new/", person.person_new, name="person_new"),
    path("people/locked/", appointed.locked, name="locked"),
    path("people/<int:number>/", person.person, name="person"),
    path("people/<int:number>/edit/", person.person_edit, name="person_edit"),
    path("people/<int:number>/disable/", person.person_disable, name="person_disable"),
    path("people/<int:number>/enable/", person.person_enable, name="person_enable"),
    path("people/<int:number>/reset/", person.person_reset, name="person_reset"),
    path("people/<int:number>/unlock/", appointed.unlock, name="unlock"),
    path("people/<int:number>/hand-over/", appointed.person_hand_over, name="person_hand_over"),
    path("people/<int:number>/appointments/new/", appointed.appointment_new, name="appointment_new"),
    path("appointments/", appointed.appointments_waiting, name="appointments_waiting"),
    path("appointments/<int:number>/confirm/", appointed.appointment_confirm, name="appointment_confirm"),
    path("appointments/<int:number>/end/", appointed.appointment_end, name="appointment_end"),
    path("appointments/<int:number>/stand-in/", appointed.appointment_stand_in, name="appointment_stand_in"),
]
