"""The addresses of filings, campaigns, approvals, releases and jobs."""

from django.urls import URLPattern, path

from disclosure.web.office.views import approvals as approved
from disclosure.web.office.views import campaigns as campaign
from disclosure.web.office.views import filing_steps as steps
from disclosure.web.office.views import filings as filing
from disclosure.web.office.views import jobs as job
from disclosure.web.office.views import loads as load
from disclosure.web.office.views import releases as release
from disclosure.web.office.views import remarks, review

urlpatterns: list[URLPattern] = [
    path("filings/", filing.filings, name="filings"),
    path("filings/review/", review.filing_review, name="filing_review"),
    path("filings/<int:number>/", filing.filing, name="filing"),
    path("filings/<int:number>/document/", filing.filing_document, name="filing_document"),
    path("filings/<int:number>/extend/", filing.filing_extend, name="filing_extend"),
    path("filings/<int:number>/steps/<slug:step>/", steps.filing_step, name="filing_step"),
    path("filings/<int:number>/release/", steps.filing_release, name="filing_release"),
    path("filings/<int:number>/paper/", steps.filing_paper, name="filing_paper"),
    path("filings/<int:number>/approval-form/", steps.filing_form, name="filing_form"),
    path("filings/<int:number>/comments/new/", remarks.comment_new, name="comment_new"),
    path("filings/<int:number>/justify/", remarks.justify_finding, name="justify_finding"),
    path("comments/<int:number>/reply/", remarks.comment_reply, name="comment_reply"),
    path("papers/<int:number>/", steps.paper, name="paper"),
    path("campaigns/", campaign.campaigns, name="campaigns"),
    path("campaigns/new/", campaign.campaign_new, name="campaign_new"),
    path("campaigns/<int:number>/", campaign.campaign, name="campaign"),
    path("campaigns/<int:number>/open/", campaign.campaign_open, name="campaign_open"),
    path("campaigns/<int:number>/windows/new/", campaign.window_new, name="window_new"),
    path("loads/", load.loads, name="loads"),
    path("loads/new/", load.load_new, name="load_new"),
    path("loads/<int:number>/", load.load, name="load"),
    path("loads/<int:number>/write/", load.load_write, name="load_write"),
    path("approvals/", approved.approvals, name="approvals"),
    path("approvals/new/", approved.approval_new, name="approval_new"),
    path("approvals/import/", approved.approvals_import, name="approvals_import"),
    path("approvals/template.xlsx", approved.approvals_template, name="approvals_template"),
    path("approvals/<int:number>/", approved.approval, name="approval"),
    path("releases/", release.releases, name="releases"),
    path("releases/batch/", release.release_batch, name="release_batch"),
    path("releases/<int:number>/", release.release, name="release_office"),
    path("releases/<int:number>/cancel/", release.release_cancel, name="release_cancel"),
    path("releases/<int:number>/withdraw/", release.release_withdraw, name="release_withdraw"),
    path("releases/<int:number>/purge/", release.release_purge, name="release_purge"),
    path("releases/events/<int:number>/agree/", release.event_agree, name="event_agree"),
    path("releases/events/<int:number>/give-back/", release.event_give_back, name="event_give_back"),
    path("jobs/", job.jobs, name="jobs"),
    path("jobs/<int:number>/", job.job, name="job"),
    path("jobs/<int:number>/cancel/", job.job_cancel, name="job_cancel"),
]
