"""The public half as gunicorn serves it, on the benchmark's own database: `gunicorn bench.served:application` with SITE=public."""

import os

from django.core.wsgi import get_wsgi_application
from django.db import connections

from disclosure.storage.logins import PUBLIC, PUBLIC_LOGIN

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "disclosure.settings")
application = get_wsgi_application()
connections[PUBLIC].settings_dict.update({"NAME": os.environ["BENCH_DATABASE"], "USER": PUBLIC_LOGIN})
