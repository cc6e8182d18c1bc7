"""What the clerk's story stands on: a ledger that the bureau loaded, two projects that say nothing yet, and three mistakes."""

from disclosure.filings.approving import Figure
from disclosure.filings.loading.tests.places import export, loaded, written
from disclosure.filings.models import EnteredFigure, Filing, Line, Project, Reason, Text
from disclosure.releases.workflow.tests.flow import approve, begin

PROJECTS = ("馆藏档案数字化", "库房恒温恒湿")
ROWS = (
    ("399001", "安澜市档案馆", "2012604 档案馆", "30101", None, "一般公共预算", "10,000.00"),
    ("399001", "安澜市档案馆", "2012604 档案馆", "30217", None, "一般公共预算", "20,000.00"),
    ("399001", "安澜市档案馆", "2012604 档案馆", "30227", PROJECTS[0], "一般公共预算", "300,000.00"),
    ("399001", "安澜市档案馆", "2012604 档案馆", "31003", PROJECTS[1], "一般公共预算", "120,000.00"),
)
TOTAL = Figure(450000, function="2012604")
PASSWORD = "Lantern-Harbour-72"


def set_out():
    """The filing as the clerk finds it, and its people."""
    flow = begin(approved=False)
    filing, lead = flow.filing, flow.people["lead_reviewer"]
    Line.objects.filter(filing=filing).delete()
    Project.objects.filter(filing=filing).delete()
    assert written(loaded(lead, export(ROWS)), lead).status == "done"
    approve(Filing.objects.get(pk=filing.pk), (TOTAL,), by=lead)
    plant(filing)
    clerk = flow.people["preparer"]
    clerk.name = "填报甲"
    clerk.set_password(PASSWORD)
    clerk.password_changed_at = clerk.created_at
    clerk.save()
    return flow


def plant(filing):
    """A place left open, a number left blank, a reason that says the contrary; and a reason that is still to be given."""
    Text.objects.filter(filing=filing, section="duties").update(text="负责××档案的收集、保管和利用。")
    EnteredFigure.objects.filter(filing=filing).order_by("key").first().delete()
    Reason.objects.filter(filing=filing, row="total").delete()
    Reason.objects.filter(filing=filing).update(text="压减公用经费，减少支出")
