"""What the database does by itself: it writes the trail of every audited table, and refuses every change to the trail. Knows no table but its own."""

from django.db import migrations

# Transition tables name all rows of a statement: one INSERT a statement, however many rows. SECURITY DEFINER, because nobody else may write.
FUNCTIONS = """
CREATE FUNCTION audit_said(OUT at timestamptz, OUT login text, OUT actor text, OUT actor_id bigint, OUT bureau text,
                           OUT why text, OUT address text, OUT request_id text) LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
    SELECT clock_timestamp(), session_user, coalesce(said ->> 'actor', ''), (said ->> 'actor_id')::bigint, coalesce(said ->> 'bureau', ''),
           coalesce(said ->> 'why', ''), coalesce(said ->> 'address', ''), coalesce(said ->> 'request_id', '')
    FROM (SELECT coalesce(nullif(current_setting('disclosure.acting', true), ''), '{}')::jsonb AS said) AS told
$$;

CREATE FUNCTION audit_key(told jsonb) RETURNS text LANGUAGE sql IMMUTABLE SET search_path = pg_catalog AS
$$ SELECT coalesce(told ->> 'id', told ->> 'region_id', told ->> 'filing_id') $$; -- a bureau is known by its region, an original by its filing

CREATE FUNCTION audit_masked(told jsonb, secret text[]) RETURNS jsonb LANGUAGE sql IMMUTABLE SET search_path = pg_catalog AS $$
    SELECT coalesce(jsonb_object_agg(key, CASE WHEN key = ANY (secret) THEN '"（不记录）"'::jsonb ELSE value END), '{}') FROM jsonb_each(told)
$$;

CREATE FUNCTION audit_changed(told jsonb, other jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE SET search_path = pg_catalog AS $$
    SELECT coalesce(jsonb_object_agg(key, value), '{}') FROM jsonb_each(told) WHERE other -> key IS DISTINCT FROM value
$$;

CREATE FUNCTION audit_event(did text, place text, id text, details jsonb) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF did IN ('insert', 'update', 'delete') THEN
        RAISE EXCEPTION 'rows are recorded by their triggers' USING ERRCODE = 'restrict_violation';
    END IF;
    INSERT INTO audit_entry (action, "table", object_id, after, at, login, actor, actor_id, bureau, why, address, request_id)
    SELECT did, place, id, details, said.* FROM audit_said() AS said;
END $$;
REVOKE ALL ON FUNCTION audit_event FROM PUBLIC;

CREATE FUNCTION audit_write() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE secret text[] := coalesce(TG_ARGV::text[], '{}');
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO audit_entry (action, "table", object_id, after, at, login, actor, actor_id, bureau, why, address, request_id)
        SELECT 'insert', TG_TABLE_NAME, audit_key(it), audit_masked(it, secret), said.*
        FROM (SELECT to_jsonb(new_rows) AS it FROM new_rows) AS told, audit_said() AS said;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO audit_entry (action, "table", object_id, before, at, login, actor, actor_id, bureau, why, address, request_id)
        SELECT 'delete', TG_TABLE_NAME, audit_key(it), audit_masked(it, secret), said.*
        FROM (SELECT to_jsonb(old_rows) AS it FROM old_rows) AS told, audit_said() AS said;
    ELSE
        INSERT INTO audit_entry (action, "table", object_id, before, after, at, login, actor, actor_id, bureau, why, address, request_id)
        SELECT 'update', TG_TABLE_NAME, audit_key(now.it), audit_masked(audit_changed(was.it, now.it), secret),
               audit_masked(audit_changed(now.it, was.it), secret), said.*
        FROM (SELECT to_jsonb(old_rows) AS it FROM old_rows) AS was
        JOIN (SELECT to_jsonb(new_rows) AS it FROM new_rows) AS now ON audit_key(was.it) = audit_key(now.it), audit_said() AS said
        WHERE was.it <> now.it;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '%: what was recorded is never changed or deleted', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER never_changes BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse();
"""
DROP = """
DROP TRIGGER never_changes ON audit_entry;
DROP FUNCTION audit_refuse, audit_write, audit_event, audit_changed, audit_masked, audit_key, audit_said;
"""
TRIGGERS = """
CREATE TRIGGER audit_insert AFTER INSERT ON {table} REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION audit_write({secret});
CREATE TRIGGER audit_update AFTER UPDATE ON {table} REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION audit_write({secret});
CREATE TRIGGER audit_delete AFTER DELETE ON {table} REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT EXECUTE FUNCTION audit_write({secret});
"""
UNTRACK = "DROP TRIGGER audit_insert ON {table}; DROP TRIGGER audit_update ON {table}; DROP TRIGGER audit_delete ON {table};"


def track(table: str, *, secret: tuple[str, ...] = ()) -> migrations.RunSQL:
    """A migration's step: every write to the table leaves its trail, the secret columns as no more than changed."""
    told = ", ".join(f"'{name}'" for name in secret)
    return migrations.RunSQL(TRIGGERS.format(table=table, secret=told), UNTRACK.format(table=table))
