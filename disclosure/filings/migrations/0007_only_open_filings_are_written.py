"""The database lets nobody write a filing that is under review or released, moves its state by steps alone, and notes who wrote what.

An approval is never changed.
"""

from django.db import migrations

from disclosure.audit.sql import track

GUARD = """
CREATE FUNCTION filing_refuse_closed(which bigint[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE closed text;
BEGIN
    SELECT state INTO closed FROM filings_filing WHERE id = ANY (which) AND state NOT IN ('not_started', 'preparing', 'correcting') LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'a filing that is % is not written to', closed USING ERRCODE = 'restrict_violation';
    END IF;
END $$;

CREATE FUNCTION filing_note_author(which bigint[]) RETURNS void LANGUAGE sql AS $$
    INSERT INTO filings_author (filing_id, person_id, at)
    SELECT DISTINCT filing.id, said.actor_id, statement_timestamp()
    FROM unnest(which) AS filing (id), audit_said() AS said
    WHERE said.actor_id IS NOT NULL AND EXISTS (SELECT FROM filings_filing AS one WHERE one.id = filing.id)
    ON CONFLICT DO NOTHING
$$;

CREATE FUNCTION filing_rows_guard() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE which bigint[];
BEGIN
    IF TG_OP = 'INSERT' THEN
        SELECT array_agg(DISTINCT filing_id) INTO which FROM new_rows;
    ELSIF TG_OP = 'DELETE' THEN
        SELECT array_agg(DISTINCT filing_id) INTO which FROM old_rows;
    ELSE
        SELECT array_agg(DISTINCT filing_id) INTO which FROM (SELECT filing_id FROM old_rows UNION SELECT filing_id FROM new_rows) AS both_rows;
    END IF;
    PERFORM filing_refuse_closed(which), filing_note_author(which);
    RETURN NULL;
END $$;

-- What is printed in a transcribed document hangs below its tables.
CREATE FUNCTION printed_rows_guard() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE which bigint[];
BEGIN
    IF TG_OP = 'DELETE' THEN
        SELECT array_agg(DISTINCT above.filing_id) INTO which FROM old_rows JOIN filings_printedtable AS above ON above.id = old_rows.table_id;
    ELSE
        SELECT array_agg(DISTINCT above.filing_id) INTO which FROM new_rows JOIN filings_printedtable AS above ON above.id = new_rows.table_id;
    END IF;
    PERFORM filing_refuse_closed(which);
    RETURN NULL;
END $$;

CREATE FUNCTION printed_cells_guard() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE which bigint[];
BEGIN
    IF TG_OP = 'DELETE' THEN
        SELECT array_agg(DISTINCT above.filing_id) INTO which
        FROM old_rows JOIN filings_printedrow AS one ON one.id = old_rows.row_id JOIN filings_printedtable AS above ON above.id = one.table_id;
    ELSE
        SELECT array_agg(DISTINCT above.filing_id) INTO which
        FROM new_rows JOIN filings_printedrow AS one ON one.id = new_rows.row_id JOIN filings_printedtable AS above ON above.id = one.table_id;
    END IF;
    PERFORM filing_refuse_closed(which);
    RETURN NULL;
END $$;

CREATE FUNCTION filing_guard() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF (NEW.state, NEW.round) <> ('not_started', 1) THEN
            RAISE EXCEPTION 'a filing begins as not started' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
    END IF;
    IF (NEW.state, NEW.round) IS DISTINCT FROM (OLD.state, OLD.round) AND pg_trigger_depth() = 1 THEN
        RAISE EXCEPTION 'the state of a filing moves by steps alone' USING ERRCODE = 'restrict_violation';
    END IF;
    IF (to_jsonb(NEW) - ARRAY['state', 'round', 'campaign_id', 'window_id']) <> (to_jsonb(OLD) - ARRAY['state', 'round', 'campaign_id', 'window_id']) THEN
        PERFORM filing_refuse_closed(ARRAY[OLD.id]), filing_note_author(ARRAY[OLD.id]);
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON filings_filing FOR EACH ROW EXECUTE FUNCTION filing_guard();

CREATE FUNCTION approval_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '%: an approval is never changed; a later one replaces it', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER never_changes BEFORE UPDATE OR DELETE OR TRUNCATE ON filings_approval FOR EACH STATEMENT EXECUTE FUNCTION approval_refuse();
CREATE TRIGGER never_changes BEFORE UPDATE OR DELETE OR TRUNCATE ON filings_approvedfigure
    FOR EACH STATEMENT EXECUTE FUNCTION approval_refuse();

-- Nobody but the database writes authors, so it also deletes them with a filing that never went anywhere.
DO $$
DECLARE key text;
BEGIN
    SELECT conname INTO key FROM pg_constraint
    WHERE conrelid = 'filings_author'::regclass AND confrelid = 'filings_filing'::regclass AND contype = 'f';
    EXECUTE format('ALTER TABLE filings_author DROP CONSTRAINT %I', key);
    EXECUTE format('ALTER TABLE filings_author ADD CONSTRAINT %I FOREIGN KEY (filing_id) REFERENCES filings_filing ON DELETE CASCADE', key);
END $$;
REVOKE ALL ON FUNCTION filing_refuse_closed, filing_note_author, filing_rows_guard, printed_rows_guard, printed_cells_guard, filing_guard FROM PUBLIC;
"""
UNGUARD = """
DROP TRIGGER never_changes ON filings_approvedfigure;
DROP TRIGGER never_changes ON filings_approval;
DROP TRIGGER guard ON filings_filing;
DROP FUNCTION approval_refuse, filing_guard, printed_cells_guard, printed_rows_guard, filing_rows_guard, filing_note_author, filing_refuse_closed;
"""
ROWS = (
    "original", "printedtable", "quotation", "statedfigure", "explainedterm", "project", "line", "priorline", "indicator", "enteredfigure",
    "priorfigure", "budgetfigure", "reason", "crossing", "text", "filing_units",
)  # fmt: skip
ON_ROWS = """
CREATE TRIGGER guard_insert AFTER INSERT ON {table} REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION {function}();
CREATE TRIGGER guard_update AFTER UPDATE ON {table} REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION {function}();
CREATE TRIGGER guard_delete AFTER DELETE ON {table} REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION {function}();
"""
OFF_ROWS = "DROP TRIGGER guard_insert ON {table}; DROP TRIGGER guard_update ON {table}; DROP TRIGGER guard_delete ON {table};"


def on(table, function="filing_rows_guard"):
    return migrations.RunSQL(ON_ROWS.format(table=f"filings_{table}", function=function), OFF_ROWS.format(table=f"filings_{table}"))


class Migration(migrations.Migration):
    dependencies = [("filings", "0006_campaigns_approvals_and_states"), ("audit", "0001_the_trail")]
    operations = [
        migrations.RunSQL(GUARD, UNGUARD),
        *(on(table) for table in ROWS),
        on("printedrow", "printed_rows_guard"),
        on("printedcell", "printed_cells_guard"),
        *(track(f"filings_{table}") for table in ("campaign", "window", "window_departments", "extension", "approval", "approvedfigure")),
    ]
