"""What must hold in the database, as values: each a query that lists what breaks it. `manage.py doctor` asks them all. Knows no model."""

from dataclasses import dataclass

APPEND_ONLY = (
    "releases_release", "releases_releasefile", "releases_releaseevent", "releases_seal", "releases_steptaken", "releases_submission",
    "releases_paperform", "releases_transition", "releases_releasedfigure", "releases_releasedtext",
    "filings_approval", "filings_approvedfigure", "audit_entry",
)  # fmt: skip
# Tables of these rooms leave a trail of every write, but for what is no one's deed: drafts of imports, messages, hashes of old passwords.
AUDITED_ROOMS = ("agencies", "people", "filings", "releases")
# What is only ever added to is its own trail.
NOT_AUDITED = (
    "people_notice", "people_usedpassword", "agencies_region", "agencies_treedraft", "releases_release", "releases_releasefile", "releases_seal",
    "releases_submission", "releases_paperform", "releases_transition", "releases_look", "filings_author", "filings_importdraft",
    "releases_preview", "releases_releasedfigure", "releases_releasedtext", "releases_period", "releases_spelling",
    "releases_snapshot", "releases_snapshotchunk",
)  # fmt: skip

RELATIONS = """
SELECT c.oid, n.nspname || '.' || c.relname AS name, n.nspname, c.relname, c.relkind, c.reloptions
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname !~ '^pg_(toast|temp)'
"""
ANY_RIGHT = "SELECT, INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER"


@dataclass(frozen=True)
class Invariant:
    """`query`: one text column; every row is a violation in words."""

    code: str
    says: str
    mend: str
    query: str


def _listed(names: tuple[str, ...]) -> str:
    return ", ".join(f"'{name}'" for name in names)


def _may(login: str, rights: str, where: str) -> str:
    return f"""
SELECT name || '：' || string_agg(held.r, '、')
FROM ({RELATIONS}) AS relation, unnest(string_to_array('{rights}', ', ')) AS held (r)
WHERE has_table_privilege('{login}', oid, held.r)
   OR (held.r IN ('SELECT', 'INSERT', 'UPDATE', 'REFERENCES') AND has_any_column_privilege('{login}', oid, held.r))
GROUP BY name, nspname, relname HAVING {where} ORDER BY name"""


INVARIANTS: tuple[Invariant, ...] = (
    Invariant("G01", "两个运行登录都在，且没有任何特权", "manage.py roles", """
SELECT login || coalesce('：有特权', '：没有建立')
FROM unnest(ARRAY['disclosure_office', 'disclosure_public']) AS login LEFT JOIN pg_roles ON rolname = login
WHERE rolname IS NULL OR rolsuper OR rolcreatedb OR rolcreaterole OR rolreplication OR rolbypassrls OR NOT rolcanlogin"""),
    Invariant("G02", "运行登录不拥有任何对象", "ALTER … OWNER TO 所有者", f"""
SELECT name || '：' || rolname FROM ({RELATIONS}) AS relation JOIN pg_class c USING (oid) JOIN pg_roles r ON r.oid = c.relowner
WHERE rolname IN ('disclosure_office', 'disclosure_public')
UNION ALL SELECT proname || '：' || rolname FROM pg_proc JOIN pg_roles r ON r.oid = proowner
WHERE rolname IN ('disclosure_office', 'disclosure_public')
UNION ALL SELECT nspname || '：' || rolname FROM pg_namespace JOIN pg_roles r ON r.oid = nspowner
WHERE rolname IN ('disclosure_office', 'disclosure_public')"""),
    Invariant("G03", "公开登录在pub之外没有任何权限", "manage.py roles", _may("disclosure_public", ANY_RIGHT, "nspname <> 'pub'")),
    Invariant("G04", "公开登录在pub中只能读", "manage.py roles",
              _may("disclosure_public", ANY_RIGHT.removeprefix("SELECT, "), "nspname = 'pub'")),
    Invariant("G05", "公开登录除检索以外不能执行我们的函数，不能用序列", "manage.py roles", """
SELECT oid::regprocedure::text FROM pg_proc
WHERE pronamespace IN ('public'::regnamespace, 'pub'::regnamespace) AND proname <> 'find_texts' AND has_function_privilege('disclosure_public', oid, 'EXECUTE')
UNION ALL SELECT oid::regclass::text FROM pg_class
WHERE relnamespace = 'public'::regnamespace
  AND CASE WHEN relkind = 'S' THEN has_sequence_privilege('disclosure_public', oid, 'USAGE, SELECT, UPDATE') ELSE false END"""),
    Invariant("G06", "运行登录不能建模式、表、临时表", "manage.py roles", """
SELECT login || '：' || nspname FROM unnest(ARRAY['disclosure_office', 'disclosure_public']) AS login, pg_namespace
WHERE nspname IN ('public', 'pub') AND has_schema_privilege(login, nspname, 'CREATE')
UNION ALL SELECT login || '：' || held FROM unnest(ARRAY['disclosure_office', 'disclosure_public']) AS login, unnest(ARRAY['CREATE', 'TEMP']) AS held
WHERE has_database_privilege(login, current_database(), held)
UNION ALL SELECT '公开登录：模式public' WHERE has_schema_privilege('disclosure_public', 'public', 'USAGE')"""),
    Invariant("G07", "只增不改的表，办公登录不能改、不能删", "manage.py roles",
              _may("disclosure_office", "UPDATE, DELETE, TRUNCATE", f"relname IN ({_listed(APPEND_ONLY)})")),
    Invariant("G08", "审计记录只由数据库自己写", "manage.py roles", _may("disclosure_office", "INSERT", "relname = 'audit_entry'")),
    Invariant("G09", "办公登录不能清空表、不能建触发器", "manage.py roles", _may("disclosure_office", "TRUNCATE, TRIGGER, REFERENCES", "true")),
    Invariant("G10", "公开登录默认只读", "manage.py roles", """
SELECT 'disclosure_public' WHERE NOT EXISTS (
    SELECT FROM pg_db_role_setting s JOIN pg_roles r ON r.oid = s.setrole
    WHERE rolname = 'disclosure_public' AND s.setdatabase = 0 AND 'default_transaction_read_only=on' = ANY (s.setconfig))"""),
    Invariant("G11", "运行登录不属于别的角色", "REVOKE 角色 FROM 登录", """
SELECT member.rolname || '：' || granted.rolname
FROM pg_auth_members m JOIN pg_roles member ON member.oid = m.member JOIN pg_roles granted ON granted.oid = m.roleid
WHERE member.rolname IN ('disclosure_office', 'disclosure_public') AND granted.rolname <> 'disclosure_public'"""),
    Invariant("V01", "pub里只有带security_barrier的视图", "重新运行 migrate", f"""
SELECT name FROM ({RELATIONS}) AS relation
WHERE nspname = 'pub' AND (relkind <> 'v' OR NOT coalesce('security_barrier=true' = ANY (reloptions), false))"""),
    Invariant("T01", "只增不改的表都有拒绝改动的触发器，且已启用", "重新运行 migrate", f"""
SELECT relname FROM unnest(ARRAY[{_listed(APPEND_ONLY)}]) AS relname WHERE NOT EXISTS (
    SELECT FROM pg_trigger WHERE tgrelid = ('public.' || relname)::regclass AND tgname = 'never_changes' AND tgenabled IN ('O', 'A'))"""),
    Invariant("T02", "每张业务表的每次写入都留审计记录", "在迁移中用 audit.sql.track 登记", f"""
SELECT relname || '：' || wanted FROM ({RELATIONS}) AS relation, unnest(ARRAY['audit_insert', 'audit_update', 'audit_delete']) AS wanted
WHERE nspname = 'public' AND relkind = 'r' AND split_part(relname, '_', 1) IN ({_listed(AUDITED_ROOMS)}) AND relname NOT IN ({_listed(NOT_AUDITED)})
  AND NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = relation.oid AND tgname = wanted AND tgenabled IN ('O', 'A'))"""),
    Invariant("K01", "所有约束都已校验、索引都有效", "ALTER TABLE … VALIDATE CONSTRAINT，REINDEX", """
SELECT conrelid::regclass || '：' || conname FROM pg_constraint WHERE NOT convalidated
UNION ALL SELECT indexrelid::regclass::text FROM pg_index WHERE NOT indisvalid"""),
    Invariant("I01", "一份文件的版次从1起，不缺号", "查审计记录", """
SELECT concat_ws('/', region, agency_code, year, kind) FROM releases_release AS one
WHERE NOT EXISTS (SELECT FROM releases_releaseevent AS event WHERE event.release_id = one.id AND event.kind = 'cancelled')
GROUP BY region, agency_code, year, kind HAVING max(version) <> count(*)"""),
    Invariant("I02", "每个已公开的版本都有全文PDF、数据和校验结果", "查审计记录", """
SELECT one.title || ' v' || one.version || '：' || wanted
FROM releases_release AS one, unnest(ARRAY['disclosure.json', 'disclosure.pdf', 'findings.json']) AS wanted
WHERE NOT EXISTS (SELECT FROM releases_releasefile AS file WHERE file.release_id = one.id AND file.name = wanted)"""),
    Invariant("I03", "单位的编码以其主管部门的编码开头，且同地区同年度", "改正单位名录", """
SELECT unit.year || ' ' || unit.code FROM agencies_agencyyear AS unit JOIN agencies_agencyyear AS department ON department.id = unit.parent_id
WHERE (left(unit.code, 3), unit.year, unit.region_id) <> (department.code, department.year, department.region_id)"""),
    Invariant("I04", "三员各司其职：一个管理员没有别的任职", "终止多余的任职", """
SELECT person_id::text FROM people_appointment WHERE ended_at IS NULL GROUP BY person_id
HAVING count(DISTINCT role) FILTER (WHERE role LIKE '%_administrator') > 1
    OR (count(*) FILTER (WHERE role LIKE '%_administrator') > 0 AND count(*) FILTER (WHERE role NOT LIKE '%_administrator') > 0)"""),
    Invariant("I05", "免予公开的单位没有任何对外可见的文件", "查视图pub.release", """
SELECT shown.title FROM pub.release AS shown JOIN releases_release AS one ON one.id = shown.id
JOIN filings_filing AS filing ON filing.id = one.filing_id JOIN agencies_agencyyear AS agency ON agency.id = filing.agency_year_id
WHERE agency.exemption <> ''"""),
    Invariant("I06", "每个版本都经过全部步骤：填报、审核、发布三人不同，发布的就是核准的", "查办理步骤", """
SELECT one.title || ' v' || one.version FROM releases_release AS one WHERE NOT EXISTS (
    SELECT FROM releases_steptaken AS done JOIN releases_steptaken AS cleared ON cleared.filing_id = done.filing_id AND cleared.step = 'clear'
       AND cleared.id < done.id AND cleared.substance_sha256 = done.substance_sha256
    JOIN releases_steptaken AS judged ON judged.filing_id = done.filing_id AND judged.step = 'review_as_lead' AND judged.id < cleared.id
    WHERE done.release_id = one.id AND done.step = 'release' AND judged.by_id <> done.by_id
      AND NOT EXISTS (SELECT FROM filings_author AS wrote WHERE wrote.filing_id = done.filing_id AND wrote.person_id IN (done.by_id, judged.by_id)))"""),
    Invariant("I07", "封存的链没有缺号，封存的都已公开", "manage.py verify", """
SELECT number::text FROM (SELECT number, row_number() OVER (ORDER BY number) AS place FROM releases_seal) AS links WHERE number <> place
UNION ALL SELECT 'v' || one.version || ' ' || one.title FROM releases_seal AS seal JOIN releases_release AS one ON one.id = seal.release_id
WHERE one.publish_at > statement_timestamp()"""),
    Invariant("I08", "现行期间同现行版本的定义一致，且每个版本都有检索数据", "重新运行 migrate 和 index_releases", """
SELECT coalesce(shown.title, '') || ' ' || coalesce(shown.id, period.release_id)
FROM (SELECT id, title FROM pub.release WHERE in_force) AS shown
FULL JOIN (SELECT release_id FROM releases_period AS period WHERE begins <= statement_timestamp() AND coalesce(ends > statement_timestamp(), true)
           AND NOT EXISTS (SELECT FROM releases_release AS one JOIN filings_filing AS filing ON filing.id = one.filing_id
                           JOIN agencies_agencyyear AS agency ON agency.id = filing.agency_year_id
                           WHERE one.id = period.release_id AND agency.exemption <> '')) AS period ON period.release_id = shown.id
WHERE shown.id IS NULL OR period.release_id IS NULL
UNION ALL SELECT one.title || '：没有检索数据' FROM releases_release AS one
WHERE one.document <> '{}' AND jsonb_array_length(one.document -> 'statements') > 0
  AND NOT EXISTS (SELECT FROM releases_releasedfigure AS figure WHERE figure.release_id = one.id)"""),
)  # fmt: skip
