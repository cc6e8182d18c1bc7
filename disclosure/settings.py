"""All settings, read from the environment once; a missing or malformed one stops the start with its name."""

from pathlib import Path

import environ

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

INSTALLED_APPS = [
    "django.contrib.staticfiles",
    "django_tables2",
    "agencies",
    "disclosure.codes",
    "disclosure.filings",
    "disclosure.releases",
    "disclosure.exports",
    "disclosure.web",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
ROOT_URLCONF = "disclosure.urls"
WSGI_APPLICATION = "disclosure.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": False,
        "OPTIONS": {"context_processors": ["disclosure.web.site.site"]},
    }
]

EMBEDDED_DATA_DIR = VAR_DIR / "postgres"
EMBEDDED = {"ENGINE": "disclosure.embedded", "NAME": "postgres"}
DATABASES = {"default": EMBEDDED if IS_EMBEDDED else env.db_url_config(DATABASE_URL)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

LANGUAGE_CODE = "zh-hans"
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
SITE = {
    "name": env.str("SITE_NAME", default="部门预决算公开平台"),
    "host": env.str("SITE_HOST", default=""),
    "icp": env.str("SITE_ICP", default=""),
    "government_code": env.str("SITE_GOVERNMENT_CODE", default=""),
}

SECURE_CONTENT_TYPE_NOSNIFF = True
X_FRAME_OPTIONS = "DENY"
