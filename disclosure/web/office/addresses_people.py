"""The addresses of people and what they are appointed to."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
