-- Who may do what: the one place. Applied by `manage.py roles` after every migrate, as often as one likes; `manage.py doctor` holds the database to it.
-- What is not granted here is refused. New tables have no grants until this has run again.

DO $$
DECLARE login text;
BEGIN
    FOREACH login IN ARRAY ARRAY['disclosure_office', 'disclosure_public'] LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = login) THEN
            EXECUTE format('CREATE ROLE %I LOGIN', login);
        END IF;
        IF EXISTS (SELECT FROM pg_roles WHERE rolname = login AND (rolsuper OR rolcreatedb OR rolcreaterole OR rolreplication OR rolbypassrls)) THEN
            EXECUTE format('ALTER ROLE %I NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS', login);
        END IF;
        EXECUTE format('GRANT CONNECT ON DATABASE %I TO %I', current_database(), login);
    END LOOP;
    EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
END $$;

-- Limits of a session; the public half only reads, even where a grant should slip.
ALTER ROLE disclosure_office SET statement_timeout = '15s';
ALTER ROLE disclosure_office SET lock_timeout = '3s';
ALTER ROLE disclosure_office SET idle_in_transaction_session_timeout = '30s';
ALTER ROLE disclosure_public SET statement_timeout = '3s';
ALTER ROLE disclosure_public SET lock_timeout = '1s';
ALTER ROLE disclosure_public SET idle_in_transaction_session_timeout = '10s';
ALTER ROLE disclosure_public SET default_transaction_read_only = on;

-- Nothing by default.
REVOKE ALL ON SCHEMA public FROM PUBLIC, disclosure_office, disclosure_public;
REVOKE ALL ON ALL TABLES IN SCHEMA public FROM PUBLIC, disclosure_office, disclosure_public;
REVOKE ALL ON ALL SEQUENCES IN SCHEMA public FROM PUBLIC, disclosure_office, disclosure_public;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA public FROM PUBLIC, disclosure_office, disclosure_public;
REVOKE ALL ON SCHEMA pub FROM PUBLIC, disclosure_office, disclosure_public;
REVOKE ALL ON ALL TABLES IN SCHEMA pub FROM PUBLIC, disclosure_office, disclosure_public;

-- The office reads and writes, but for what is only ever added to, and what only the owner writes.
GRANT USAGE ON SCHEMA public TO disclosure_office;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO disclosure_office;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO disclosure_office;
REVOKE UPDATE, DELETE ON releases_release, releases_releasefile, releases_releaseevent, releases_seal, releases_steptaken, releases_submission,
    releases_paperform, releases_releasedfigure, releases_releasedtext, filings_approval, filings_approvedfigure FROM disclosure_office;
REVOKE INSERT, UPDATE, DELETE ON audit_entry, django_migrations, releases_transition, releases_period, filings_author FROM disclosure_office;
REVOKE DELETE ON reports_report FROM disclosure_office;
REVOKE ALL ON SEQUENCE audit_entry_id_seq FROM disclosure_office;
GRANT EXECUTE ON FUNCTION audit_event(text, text, text, jsonb) TO disclosure_office;
GRANT EXECUTE ON FUNCTION purge_release(bigint, bigint, text) TO disclosure_office;
GRANT EXECUTE ON FUNCTION grams(text), gram_query(text) TO disclosure_office;

-- The queue's own functions.
DO $$
DECLARE made text;
BEGIN
    FOR made IN SELECT oid::regprocedure FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND proname LIKE 'procrastinate\_%' LOOP
        EXECUTE 'GRANT EXECUTE ON FUNCTION ' || made || ' TO disclosure_office';
    END LOOP;
END $$;

-- The public half reads the views of what is in force.
GRANT USAGE ON SCHEMA pub TO disclosure_public;
GRANT SELECT ON ALL TABLES IN SCHEMA pub TO disclosure_public;
GRANT EXECUTE ON FUNCTION pub.find_texts TO disclosure_public;

-- Large objects are writable by everybody who connects; nobody here needs them. Only a superuser may say so.
DO $$
DECLARE made text;
BEGIN
    FOR made IN SELECT oid::regprocedure FROM pg_proc
                WHERE pronamespace = 'pg_catalog'::regnamespace AND proname IN ('lo_create', 'lo_creat', 'lo_from_bytea') LOOP
        EXECUTE 'REVOKE EXECUTE ON FUNCTION ' || made || ' FROM PUBLIC';
    END LOOP;
EXCEPTION WHEN insufficient_privilege THEN
    RAISE NOTICE 'the owner is no superuser: everybody who connects may still make large objects';
END $$;
