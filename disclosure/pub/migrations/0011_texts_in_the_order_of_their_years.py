"""A search puts what matches in order first, and asks only of the likeliest whether they are in force."""

from django.db import migrations

FOUND = r"""
CREATE OR REPLACE FUNCTION pub.find_texts(said text, wanted text, of_region text, of_year integer, most integer)
RETURNS TABLE (id bigint, release_id bigint, sort varchar, place varchar, title varchar, text text, printed varchar, region varchar, region_name varchar,
               agency_code varchar, agency_name varchar, year smallint, kind varchar, scope varchar)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH matching AS MATERIALIZED (
        SELECT one.id, one.release_id, one.kind AS sort, one.fen, one.year,
               lower(one.title) LIKE ALL (ARRAY(
                   SELECT '%' || regexp_replace(word, '([%_\\])', '\\\1', 'g') || '%' FROM regexp_split_to_table(lower(said), '\s+') AS word)) AS in_title
        FROM releases_releasedtext AS one
        WHERE one.grams @@ gram_query(said) AND wanted IN ('', one.kind) AND of_year IN (0, one.year)
    ), taken AS (
        SELECT likely.* FROM (VALUES ('project'), ('text')) AS each (sort) CROSS JOIN LATERAL (
            SELECT found.*, now.region, now.region_name, now.agency_code, now.agency_name, now.kind, now.scope
            -- OFFSET 0: put in order before anything is joined, and joined one by one until there are enough
            FROM (SELECT * FROM matching WHERE matching.sort = each.sort ORDER BY in_title DESC, year DESC, fen DESC NULLS LAST, id OFFSET 0) AS found
                 CROSS JOIN LATERAL (SELECT * FROM releases_current WHERE releases_current.id = found.release_id OFFSET 0) AS now
            WHERE of_region IN ('', now.region)
            ORDER BY found.in_title DESC, found.year DESC, found.fen DESC NULLS LAST, found.id LIMIT most) AS likely
    )
    SELECT one.id, one.release_id, taken.sort, one.place, one.title, one.text, one.printed, taken.region, taken.region_name, taken.agency_code, taken.agency_name,
           taken.year, taken.kind, taken.scope
    FROM taken JOIN releases_releasedtext AS one ON one.id = taken.id
    ORDER BY taken.in_title DESC, taken.year DESC, taken.fen DESC NULLS LAST, taken.id
$$;
"""


class Migration(migrations.Migration):
    dependencies = [("pub", "0010_progress_by_parts"), ("releases", "0010_what_comparisons_and_searches_read")]
    operations = [migrations.RunSQL(FOUND, migrations.RunSQL.noop)]
