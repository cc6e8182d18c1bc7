"""All settings, read from the environment once; a missing or malformed one stops the start with its name."""

from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured

from disclosure.halves import HALVES
from disclosure.storage.logins import OFFICE_LOGIN, PUBLIC_LOGIN, databases

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = BASE_DIR / "var"
env = environ.Env()

DEBUG = env.bool("DEBUG", default=False)
DATABASE_URL = env.str("DATABASE_URL", default="")
IS_EMBEDDED = not DATABASE_URL
IS_PRODUCTION = env.bool("PRODUCTION", default=not IS_EMBEDDED)  # tests on a real PostgreSQL say PRODUCTION=0
SECRET_KEY = env.str("SECRET_KEY") if IS_PRODUCTION else env.str("SECRET_KEY", default="demo-only-not-secret")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=[] if IS_PRODUCTION else ["localhost", "127.0.0.1", "[::1]"])
PUBLIC_ADDRESS = env.str("PUBLIC_ADDRESS", default="http://127.0.0.1:8000")

# Which half this process serves: public, office, or all (demo and tests).
SITE = env.str("SITE", default="all")
if SITE not in HALVES:
    raise ImproperlyConfigured(f"SITE is {SITE!r}; it must be one of {', '.join(HALVES)}")
HALF = HALVES[SITE]
INSTALLED_APPS = list(HALF.apps)
MIDDLEWARE = list(HALF.middleware)
ROOT_URLCONF = HALF.urlconf
WSGI_APPLICATION = "disclosure.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": False,
        "OPTIONS": {"context_processors": list(HALF.context)},
    },
    {
        "NAME": "rows",  # asked by name alone, by exports/templatetags/rows.py
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [BASE_DIR / "templates" / "rows"],
        "APP_DIRS": False,
        "OPTIONS": {"environment": "disclosure.exports.rows.environment"},
    },
]

EMBEDDED_DATA_DIR = VAR_DIR / "postgres"
EMBEDDED = {"ENGINE": "disclosure.storage.embedded", "NAME": "postgres"}
PASSWORDS = {OFFICE_LOGIN: env.str("OFFICE_PASSWORD", default=""), PUBLIC_LOGIN: env.str("PUBLIC_PASSWORD", default="")}
DATABASES = databases(SITE, EMBEDDED if IS_EMBEDDED else env.db_url_config(DATABASE_URL), PASSWORDS)
DATABASE_ROUTERS = ["disclosure.storage.router.Router"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

LANGUAGE_CODE = "zh-hans"
LOCALE_PATHS = [BASE_DIR / "locale"]
LANGUAGES = [("zh-hans", "简体中文"), ("en", "English")]
TIME_ZONE = "Asia/Shanghai"
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
WHITENOISE_USE_FINDERS = not IS_PRODUCTION  # the demo collects no static files
if IS_PRODUCTION:
    STORAGES = {
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
        "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
    }

# What the foot of every public page says about the site; blank ones are left out.
SITE_WORDS = {
    "name": env.str("SITE_NAME", default="部门预决算公开平台"),
    "host": env.str("SITE_HOST", default=""),
    "icp": env.str("SITE_ICP", default=""),
    "government_code": env.str("SITE_GOVERNMENT_CODE", default=""),
    "domain": urlsplit(PUBLIC_ADDRESS).netloc,
}

SECURE_CONTENT_TYPE_NOSNIFF = True
X_FRAME_OPTIONS = "DENY"
COOKIES_ARE_SECURE = IS_PRODUCTION
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", default=IS_PRODUCTION)
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]  # asked from inside, without TLS
SECURE_HSTS_SECONDS = 31_536_000 if IS_PRODUCTION else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if IS_PRODUCTION else None  # nginx overwrites it

# The office: people, sessions, forms.
AUTH_USER_MODEL = "people.Person"
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "desk"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
    "agencies.people.one_time_codes.OneTimeCodeBackend",
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher", "django.contrib.auth.hashers.PBKDF2PasswordHasher"]
SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_COOKIE_NAME = "__Host-sid" if COOKIES_ARE_SECURE else "sid"
SESSION_COOKIE_SECURE = COOKIES_ARE_SECURE
SESSION_COOKIE_HTTPONLY = True
OIDC_ISSUER = env.str("OIDC_ISSUER", default="")  # 统一身份认证, see below
SESSION_COOKIE_SAMESITE = "Lax" if OIDC_ISSUER else "Strict"  # who comes back from the issuer must be known again
SESSION_COOKIE_AGE = 1800
SESSION_SAVE_EVERY_REQUEST = True
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
CSRF_USE_SESSIONS = True
CSRF_COOKIE_SECURE = COOKIES_ARE_SECURE
CSRF_FAILURE_VIEW = "disclosure.web.errors.forbidden"
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
# Counts of failures are shared by all processes; there is no other service to keep them.
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "office_cache"},
    # Finished pages of releases (web/public/kept.py), some 100 KB each, in the memory of the process.
    "pages": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "pages",
        "TIMEOUT": 3600,
        "OPTIONS": {"MAX_ENTRIES": 400},
    },
    # Sums, orders and medians of all that is in force (web/public/standing.py), some 10 KB each.
    "sums": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "sums",
        "TIMEOUT": 600,
        "OPTIONS": {"MAX_ENTRIES": 1000},
    },
}
SECRET_KEY_FALLBACKS = env.list("SECRET_KEY_FALLBACKS", default=[])
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FILES = 5
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
FILE_UPLOAD_PERMISSIONS = 0o640

# One sign-in stack: allauth for names, passwords and second factors; axes for the lock, which administrators see and undo.
PASSWORD_PROFILE = env.str("PASSWORD_PROFILE", default="dengbao")  # or asvs: agencies/people/passwords.py
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "agencies.people.passwords.ProfileValidator"},
    {"NAME": "agencies.people.passwords.CommonValidator"},
]
ACCOUNT_ADAPTER = "disclosure.web.office.sign_in.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_USER_MODEL_EMAIL_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_REAUTHENTICATION_TIMEOUT = 300
# An address may fail 20 times in half an hour, so that nobody locks all names from one place; a name 5 times.
ACCOUNT_RATE_LIMITS = {"login": None, "login_failed": "20/30m/ip,5/30m/key", "reauthenticate": "10/m/user", "change_password": "5/m/user"}
ACCOUNT_FORMS = {
    "login": "disclosure.web.office.forms_account.LoginForm",
    "reauthenticate": "disclosure.web.office.forms_account.ReauthenticateForm",
    "change_password": "disclosure.web.office.forms_account.ChangePasswordForm",
}
MFA_ADAPTER = "disclosure.web.office.sign_in.MFAAdapter"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_FORMS = {
    "authenticate": "disclosure.web.office.forms_account.CodeForm",
    "reauthenticate": "disclosure.web.office.forms_account.CodeAgainForm",
    "activate_totp": "disclosure.web.office.forms_account.ActivateForm",
}
# 统一身份认证: where an issuer is named, people who have an account may come in through it.
OIDC_USERNAME_CLAIM = env.str("OIDC_USERNAME_CLAIM", default="preferred_username")
SOCIALACCOUNT_ADAPTER = "disclosure.web.office.single_sign_on.SingleSignOn"
SOCIALACCOUNT_AUTO_SIGNUP = False
OIDC_APP = {
    "provider_id": "oidc",
    "name": env.str("OIDC_NAME", default="统一身份认证"),
    "client_id": env.str("OIDC_CLIENT_ID", default=""),
    "secret": env.str("OIDC_CLIENT_SECRET", default=""),
    "settings": {"server_url": OIDC_ISSUER},
}
SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [OIDC_APP] if OIDC_ISSUER else []}}
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=30)
AXES_LOCKOUT_PARAMETERS = ["username"]
AXES_RESET_ON_SUCCESS = True
AXES_USERNAME_CALLABLE = "disclosure.web.office.arriving.name_tried"
AXES_CLIENT_IP_CALLABLE = "disclosure.web.office.arriving.network_address"
AXES_VERBOSE = False
SILENCED_SYSTEM_CHECKS = [
    "axes.W002",  # its middleware would answer a locked name otherwise than a wrong password
    "axes.W006",  # addresses are counted by allauth, names by axes
    "security.W002",  # disclosure.web.headers sends X-Frame-Options
    "security.W003",  # the office has Django's middleware under another name; the public half takes no form
    "security.W005",  # sub-domains of a government are not ours to decide on
    "security.W021",
]

# Jobs: procrastinate in the same database, by the office's login; a worker that is silent for 15 s is taken for dead.
PROCRASTINATE_WORKER_DEFAULTS = {"update_heartbeat_interval": 3.0, "stalled_worker_timeout": 15.0, "abort_job_polling_interval": 1.0}
PROCRASTINATE_DATABASE_ALIAS = "default"
