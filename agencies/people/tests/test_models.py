"""What the database refuses of people, whatever the code says."""

from agencies.models import Bureau, Region
from agencies.people.models import Person
from disclosure.audit.acting import acting
from disclosure.audit.models import Entry


def test_trail(db):
    region = Region.objects.create(code="361100", name="安澜市")
    bureau = Bureau.objects.create(region=region, name="安澜市财政局")
    with acting("manage.py demo", why="开户"):
        person = Person(username="clerk", name="填报甲", bureau=bureau)
        person.set_password("x")
        person.save()
    person.name = "填报乙"
    person.set_password("y")
    person.save()
    made, changed = Entry.objects.filter(table="people_person").order_by("id")
    assert (made.actor, made.why, made.after["name"], made.after["password"]) == ("manage.py demo", "开户", "填报甲", "（不记录）")
    assert (changed.action, changed.before["name"], changed.after["name"], changed.actor) == ("update", "填报甲", "填报乙", "")
