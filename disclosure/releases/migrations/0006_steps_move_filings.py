"""A step is a row; inserting it moves the filing, and the database refuses what the table of steps does not have, and whoever judges his own work."""

from django.db import migrations

from disclosure.audit.sql import track

# step, before, after, duty: frozen here; a test holds releases.workflow.steps to it.
OPEN_AGAIN = ("preparing", "correcting")
REVIEWED = ("submitted", "department_reviewed", "division_reviewed", "finance_reviewed")
TRANSITIONS = (
    ("start", "not_started", "preparing", "author"),
    ("submit", "preparing", "submitted", "author"),
    ("submit", "correcting", "submitted", "author"),
    *(("take_back", "submitted", after, "author") for after in OPEN_AGAIN),
    ("review_as_department", "submitted", "department_reviewed", "review"),
    *(("review_as_division", before, "division_reviewed", "review") for before in REVIEWED[:2]),
    *(("review_as_lead", before, "finance_reviewed", "review") for before in REVIEWED[:3]),
    *(("co_review", state, state, "fact") for state in REVIEWED[:3]),
    *((step, state, state, "fact") for step in ("review_secrecy", "sign", "record_paper") for state in REVIEWED),
    *(("send_back_as_department", "submitted", after, "review") for after in OPEN_AGAIN),
    *(("send_back_as_division", before, after, "review") for before in REVIEWED[:2] for after in OPEN_AGAIN),
    *(("send_back_as_lead", before, after, "review") for before in REVIEWED[:3] for after in OPEN_AGAIN),
    *(("send_back_as_publisher", before, after, "publish") for before in ("finance_reviewed", "ready") for after in OPEN_AGAIN),
    ("clear", "finance_reviewed", "ready", "publish"),
    ("release", "ready", "released", "publish"),
    ("cancel", "released", "ready", "publish"),
    ("start_correction", "released", "correcting", "author"),
    ("abandon_correction", "correcting", "released", "author"),
)

STEPS = """
CREATE FUNCTION filing_refuse_step(why text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '%', why USING ERRCODE = 'restrict_violation';
END $$;

-- When the text that is under review now was submitted.
CREATE FUNCTION filing_submitted(which bigint) RETURNS bigint LANGUAGE sql STABLE AS
$$ SELECT coalesce(max(id), 0) FROM releases_steptaken WHERE filing_id = which AND step = 'submit' $$;

CREATE FUNCTION filing_is_author(which bigint, person bigint) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (SELECT FROM filings_author WHERE filing_id = which AND person_id = person)
        OR EXISTS (SELECT FROM releases_steptaken AS one JOIN releases_transition AS move USING (step, before, after)
                   WHERE one.filing_id = which AND one.by_id = person AND move.duty = 'author')
$$;

-- A recorded fact about exactly this content: by its own step, or by a paper form.
CREATE FUNCTION filing_has_fact(which bigint, fact text, substance text) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (SELECT FROM releases_steptaken WHERE filing_id = which AND step IN (fact, 'record_paper') AND substance_sha256 = substance)
$$;

CREATE FUNCTION step_take() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    filing filings_filing;
    last releases_release;
    agency bigint;
    duty text;
BEGIN
    SELECT * INTO filing FROM filings_filing WHERE id = NEW.filing_id FOR UPDATE;
    NEW.at := statement_timestamp();
    IF (filing.state, filing.round) IS DISTINCT FROM (NEW.before, NEW.round) THEN
        PERFORM filing_refuse_step(format('the filing is %s in round %s, not %s in %s', filing.state, filing.round, NEW.before, NEW.round));
    END IF;
    SELECT one.duty INTO duty FROM releases_transition AS one WHERE (one.step, one.before, one.after) = (NEW.step, NEW.before, NEW.after);
    IF NOT FOUND THEN
        PERFORM filing_refuse_step(format('%s does not lead from %s to %s', NEW.step, NEW.before, NEW.after));
    END IF;
    IF NEW.after IN ('preparing', 'correcting') AND NEW.step NOT IN ('start', 'start_correction') AND (NEW.after = 'correcting') <> (NEW.round > 1) THEN
        PERFORM filing_refuse_step('a first text is prepared, a later one corrected');
    END IF;
    IF duty <> 'author' AND NEW.paper_id IS NULL AND NEW.step <> 'cancel' AND filing_is_author(NEW.filing_id, NEW.by_id) THEN
        PERFORM filing_refuse_step('whoever prepared does not review or publish');
    END IF;
    IF NEW.step IN ('clear', 'release') AND EXISTS (
        SELECT FROM releases_steptaken AS one WHERE one.filing_id = NEW.filing_id AND one.by_id = NEW.by_id AND left(one.step, 10) = 'review_as_'
           AND one.id > filing_submitted(NEW.filing_id)) THEN
        PERFORM filing_refuse_step('whoever reviewed does not publish');
    END IF;
    IF NEW.step = 'record_paper' AND NOT EXISTS (
        SELECT FROM releases_paperform WHERE id = NEW.paper_id AND filing_id = NEW.filing_id AND substance_sha256 = NEW.substance_sha256) THEN
        PERFORM filing_refuse_step('a paper form stands for the content that it names');
    ELSIF NEW.step <> 'record_paper' AND NEW.paper_id IS NOT NULL THEN
        PERFORM filing_refuse_step('only record_paper has a paper form');
    END IF;
    IF NEW.step IN ('clear', 'release') AND filing.origin = 'entered' THEN
        IF NOT filing_has_fact(NEW.filing_id, 'review_secrecy', NEW.substance_sha256) OR NOT filing_has_fact(NEW.filing_id, 'sign', NEW.substance_sha256) THEN
            PERFORM filing_refuse_step('secrecy review or signature of this content is missing');
        END IF;
        SELECT agency_id INTO agency FROM agencies_agencyyear WHERE id = filing.agency_year_id;
        IF NOT EXISTS (SELECT FROM filings_approval AS one WHERE one.id = NEW.approval_id
                       AND (one.agency_id, one.year, one.kind) = (agency, filing.year, filing.kind)) THEN
            PERFORM filing_refuse_step('there is no approval of this agency, year and kind');
        END IF;
    END IF;
    IF NEW.step = 'release' AND NOT EXISTS (
        SELECT FROM releases_steptaken AS one WHERE one.filing_id = NEW.filing_id AND one.step = 'clear' AND one.id > filing_submitted(NEW.filing_id)
           AND one.substance_sha256 = NEW.substance_sha256) THEN
        PERFORM filing_refuse_step('only what was cleared is released');
    END IF;
    SELECT * INTO last FROM releases_release AS one WHERE one.filing_id = NEW.filing_id AND NOT release_is_cancelled(one.id) ORDER BY version DESC LIMIT 1;
    IF NEW.step IN ('release', 'abandon_correction') AND (NEW.release_id IS NULL OR NEW.release_id IS DISTINCT FROM last.id) THEN
        PERFORM filing_refuse_step(NEW.step || ' names the last release');
    END IF;
    IF NEW.step = 'start_correction' AND (last.publish_at IS NULL OR last.publish_at > statement_timestamp()) THEN
        PERFORM filing_refuse_step('only what is published is corrected');
    END IF;
    IF NEW.step = 'cancel' AND NOT EXISTS (
        SELECT FROM releases_releaseevent WHERE release_id = NEW.release_id AND kind = 'cancelled' AND by_id = NEW.by_id) THEN
        PERFORM filing_refuse_step('the release stands');
    END IF;
    UPDATE filings_filing SET state = NEW.after, round = NEW.round + CASE NEW.step WHEN 'start_correction' THEN 1 WHEN 'abandon_correction' THEN -1 ELSE 0 END
    WHERE id = NEW.filing_id;
    RETURN NEW;
END $$;
CREATE TRIGGER take BEFORE INSERT ON releases_steptaken FOR EACH ROW EXECUTE FUNCTION step_take();
"""
UNSTEPS = """
DROP TRIGGER take ON releases_steptaken;
DROP FUNCTION step_take, filing_has_fact, filing_is_author, filing_submitted, filing_refuse_step;
"""

RELEASES = """
CREATE FUNCTION release_is_cancelled(which bigint) RETURNS boolean LANGUAGE sql STABLE AS
$$ SELECT EXISTS (SELECT FROM releases_releaseevent WHERE release_id = which AND kind = 'cancelled') $$;

-- A withdrawal stands until the second person who looks at an urgent one gives the document back.
CREATE FUNCTION release_withdrawal(which bigint) RETURNS bigint LANGUAGE sql STABLE AS $$
    SELECT max(one.id) FROM releases_releaseevent AS one
    WHERE one.release_id = which AND one.kind = 'withdrawn'
      AND NOT EXISTS (SELECT FROM releases_releaseevent AS back WHERE back.refers_to_id = one.id AND back.kind = 'restored')
$$;

-- Versions count without gaps; one that was cancelled before its second has no number of its own.
CREATE FUNCTION release_number() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE before integer;
BEGIN
    PERFORM FROM filings_filing WHERE id = NEW.filing_id FOR UPDATE;
    NEW.created_at := statement_timestamp();
    SELECT count(*) INTO before FROM releases_release AS one
    WHERE (one.region, one.agency_code, one.year, one.kind) = (NEW.region, NEW.agency_code, NEW.year, NEW.kind) AND NOT release_is_cancelled(one.id);
    IF NEW.version <> before + 1 THEN
        RAISE EXCEPTION 'version % does not follow version %', NEW.version, before USING ERRCODE = 'restrict_violation';
    END IF;
    SELECT count(*) + 1 INTO NEW.attempt FROM releases_release AS one
    WHERE (one.region, one.agency_code, one.year, one.kind, one.version) = (NEW.region, NEW.agency_code, NEW.year, NEW.kind, NEW.version);
    RETURN NEW;
END $$;
CREATE TRIGGER number BEFORE INSERT ON releases_release FOR EACH ROW EXECUTE FUNCTION release_number();

-- At the end of its transaction a release has come through the steps.
CREATE FUNCTION release_has_come_through() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM releases_steptaken WHERE release_id = NEW.id AND filing_id = NEW.filing_id AND step = 'release') THEN
        RAISE EXCEPTION 'release % did not come through the steps', NEW.id USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER came_through AFTER INSERT ON releases_release DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION release_has_come_through();

-- Files come with their release, in its transaction, and never later.
CREATE FUNCTION release_file_belongs() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM new_rows JOIN releases_release AS one ON one.id = new_rows.release_id
               WHERE one.created_at < now() OR new_rows.sha256 <> encode(sha256(new_rows.body), 'hex') OR new_rows.size <> length(new_rows.body)) THEN
        RAISE EXCEPTION 'a file comes with its release, and is what its hash says' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER belongs AFTER INSERT ON releases_releasefile REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION release_file_belongs();

CREATE FUNCTION release_event_follows() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    asked releases_releaseevent;
    one releases_release;
    standing bigint := release_withdrawal(NEW.release_id);
BEGIN
    SELECT * INTO one FROM releases_release WHERE id = NEW.release_id;
    PERFORM FROM filings_filing WHERE id = one.filing_id FOR UPDATE;
    SELECT * INTO asked FROM releases_releaseevent WHERE id = NEW.refers_to_id;
    NEW.at := statement_timestamp();
    IF NEW.refers_to_id IS NOT NULL AND asked.release_id <> NEW.release_id THEN
        PERFORM filing_refuse_step('an answer belongs to the same release');
    END IF;
    IF (NEW.kind = 'cancelled') <> (one.publish_at > statement_timestamp()) THEN
        PERFORM filing_refuse_step('before its second a release is cancelled, after it withdrawn');
    ELSIF release_is_cancelled(NEW.release_id) THEN
        PERFORM filing_refuse_step('the release is cancelled');
    ELSIF NEW.kind IN ('withdrawn', 'withdrawal_requested') AND standing IS NOT NULL THEN
        PERFORM filing_refuse_step('the release is withdrawn');
    ELSIF NEW.kind = 'withdrawn' AND NOT NEW.is_urgent AND (asked.kind IS DISTINCT FROM 'withdrawal_requested' OR asked.by_id = NEW.by_id) THEN
        PERFORM filing_refuse_step('a withdrawal takes two persons');
    ELSIF NEW.kind IN ('confirmed', 'restored') AND (asked.kind IS DISTINCT FROM 'withdrawn' OR NOT asked.is_urgent OR asked.by_id = NEW.by_id) THEN
        PERFORM filing_refuse_step('an urgent withdrawal is looked at by a second person');
    ELSIF NEW.kind = 'purge_requested' AND standing IS NULL THEN
        PERFORM filing_refuse_step('only what is withdrawn is purged');
    ELSIF NEW.kind = 'purged' AND (current_setting('disclosure.purging', true) IS DISTINCT FROM NEW.release_id::text OR asked.by_id = NEW.by_id) THEN
        PERFORM filing_refuse_step('purging has its own function, and takes two persons');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER follows BEFORE INSERT ON releases_releaseevent FOR EACH ROW EXECUTE FUNCTION release_event_follows();

-- Erases the bytes of a withdrawn release that a first person asked to purge, at the word of a second; hashes and events stay.
CREATE FUNCTION purge_release(which bigint, person bigint, reason text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE asked releases_releaseevent;
BEGIN
    SELECT * INTO asked FROM releases_releaseevent AS one
    WHERE one.release_id = which AND one.kind = 'purge_requested'
      AND NOT EXISTS (SELECT FROM releases_releaseevent AS done WHERE done.refers_to_id = one.id) ORDER BY one.id DESC LIMIT 1;
    IF NOT FOUND OR asked.by_id = person OR release_withdrawal(which) IS NULL THEN
        RAISE EXCEPTION 'a purge is asked for by one and done by another, after the withdrawal' USING ERRCODE = 'restrict_violation';
    END IF;
    PERFORM set_config('disclosure.purging', which::text, true);
    UPDATE releases_release SET document = '{}' WHERE id = which;
    UPDATE releases_releasefile SET body = '' WHERE release_id = which;
    UPDATE releases_submission SET document = '{}' WHERE filing_id = (SELECT filing_id FROM releases_release WHERE id = which);
    INSERT INTO releases_releaseevent (release_id, kind, withdrawal, is_urgent, by_id, why, refers_to_id, at)
    VALUES (which, 'purged', '', false, person, reason, asked.id, statement_timestamp());
    PERFORM set_config('disclosure.purging', '', true);
END $$;
REVOKE ALL ON FUNCTION purge_release FROM PUBLIC;

CREATE OR REPLACE FUNCTION refuse_change_of_release() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND coalesce(current_setting('disclosure.purging', true), '') <> '' AND current_user <> session_user THEN
        RETURN NULL; -- inside purge_release
    END IF;
    RAISE EXCEPTION '%: what was released is never changed or deleted', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
"""
UNRELEASES = """
DROP FUNCTION purge_release;
DROP TRIGGER follows ON releases_releaseevent; DROP TRIGGER belongs ON releases_releasefile;
DROP TRIGGER came_through ON releases_release; DROP TRIGGER number ON releases_release;
DROP FUNCTION release_event_follows, release_file_belongs, release_has_come_through, release_number, release_withdrawal, release_is_cancelled;
"""
INSERT_ONLY = ("releaseevent", "seal", "steptaken", "submission", "paperform", "transition")
NEVER = """
CREATE TRIGGER never_changes BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_release();
"""
SEALS = """
CREATE FUNCTION seal_follows() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE last releases_seal;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('releases_seal'));
    NEW.at := statement_timestamp();
    SELECT * INTO last FROM releases_seal ORDER BY number DESC LIMIT 1;
    IF NEW.number <> coalesce(last.number, 0) + 1
       OR NEW.hash <> encode(sha256(convert_to(NEW.number || ' ' || coalesce(last.hash, repeat('0', 64)) || ' ' || NEW.content, 'UTF8')), 'hex') THEN
        RAISE EXCEPTION 'a seal carries on from the last one' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER follows BEFORE INSERT ON releases_seal FOR EACH ROW EXECUTE FUNCTION seal_follows();
"""


def fill(apps, schema_editor):
    Transition = apps.get_model("releases", "Transition")
    rows = [Transition(step=step, before=before, after=after, duty=duty) for step, before, after, duty in TRANSITIONS]
    Transition.objects.using(schema_editor.connection.alias).bulk_create(rows)


class Migration(migrations.Migration):
    dependencies = [("releases", "0005_the_way_to_a_release"), ("filings", "0007_only_open_filings_are_written")]
    operations = [
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.RunSQL(RELEASES, UNRELEASES),
        migrations.RunSQL(STEPS, UNSTEPS),
        migrations.RunSQL(SEALS, "DROP TRIGGER follows ON releases_seal; DROP FUNCTION seal_follows;"),
        *(
            migrations.RunSQL(NEVER.format(table=f"releases_{name}"), f"DROP TRIGGER never_changes ON releases_{name}")
            for name in INSERT_ONLY
        ),
        *(track(f"releases_{name}") for name in ("steptaken", "releaseevent", "comment", "justification")),
    ]
