"""Django's settings. Reading them makes nothing and asks nobody: see `folder.prepare`."""

from urllib.parse import urlsplit

from supple.web import environment, folder
from supple.words import LOCALE_DIR

DATA = environment.data_folder()
MEASURES = DATA / "measures"  # an operator's own questionnaires
LICENCES = environment.licences()
PORT = environment.port()
ORIGIN = environment.address()  # what people open on a shared instance
SHARED = bool(ORIGIN)  # the one switch for accounts and what needs them
SECURE = ORIGIN.startswith("https://")
ADDRESSES = tuple(f"{host}:{PORT}" for host in ("127.0.0.1", "localhost", "[::1]"))
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]
if SHARED:  # and nothing else: links in mail begin with the host that was asked
    ADDRESSES = (urlsplit(ORIGIN).netloc,)
    ALLOWED_HOSTS = [str(urlsplit(ORIGIN).hostname)]
SECRET_KEY = folder.read_secret(DATA)
DEBUG = False

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "supple.web",
    "allauth",
    "allauth.account",
    "allauth.usersessions",
]
MIDDLEWARE = [
    "supple.web.guards.Headers",
    "csp.middleware.CSPMiddleware",
    "supple.web.guards.ExactHost",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "supple.web.guards.SameOrigin",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "supple.web.accounts.sessions.LastSeen",
    "supple.web.person.OwnLanguage",
]
ROOT_URLCONF = "supple.web.urls"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "supple.web.person.shell",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.l10n",
                "django.templatetags.static",
                "supple.web.templatetags.figure",
            ],
        },
    }
]
WSGI_APPLICATION = "supple.web.wsgi.application"

AUTH_USER_MODEL = "web.User"
LOGIN_URL = "/log-in/"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "/log-in/"
AUTHENTICATION_BACKENDS = [
    "allauth.account.auth_backends.AuthenticationBackend"
    if SHARED
    else "django.contrib.auth.backends.ModelBackend"
]
PASSWORD_HASHERS = ["supple.web.accounts.hashing.Argon2"]
PASSWORD_RESET_TIMEOUT = 24 * 3600
AUTH_PASSWORD_VALIDATORS: list[dict[str, object]] = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("email", "name")},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
ACCOUNT_ADAPTER = "supple.web.accounts.adapter.Adapter"
ACCOUNT_SIGNUP_FORM_CLASS = "supple.web.accounts.forms.Consent"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_LOGIN_ON_EMAIL_CONFIRMATION = True  # in the browser that signed up, nowhere else
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_RATE_LIMITS = {
    "login_failed": "10/m/ip,5/5m/key",
    "signup": "10/m/ip,60/h/ip",
    "reset_password": "5/m/ip,30/h/ip,3/h/key",
}
DATABASES = {"default": environment.database(DATA)}
if SHARED:  # limits on logging in count for all processes together, and across a restart
    CACHES = {
        "default": {
            "BACKEND": "django.core.cache.backends.db.DatabaseCache",
            "LOCATION": "cache",
            "OPTIONS": {"MAX_ENTRIES": 100_000},
        }
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

LANGUAGE_CODE = environment.locale()
LANGUAGES = [("en", "English")]
LOCALE_PATHS = [LOCALE_DIR]
USE_TZ = True
TIME_ZONE = "UTC"

STATIC_URL = "/static/"
STATIC_ROOT = DATA / "static"
STORAGES = {"staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}}
WHITENOISE_KEEP_ONLY_HASHED_FILES = False

SESSION_COOKIE_NAME = "supple"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax" if SHARED else "Strict"  # links in mail come from elsewhere
SESSION_COOKIE_SECURE = SECURE
SESSION_COOKIE_AGE = 400 * 24 * 3600  # the longest that browsers keep one
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
CSRF_USE_SESSIONS = True
CSRF_FAILURE_VIEW = "supple.web.views.errors.forged"
DATA_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 500

MAIL = environment.mail(ORIGIN)
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if MAIL.host else 'filebased'}.EmailBackend"
EMAIL_FILE_PATH = DATA / "mail"
EMAIL_HOST, EMAIL_PORT = MAIL.host, MAIL.port
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = MAIL.user, MAIL.password
EMAIL_USE_TLS, EMAIL_USE_SSL = MAIL.starttls, MAIL.tls
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = MAIL.sender

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"  # stricter, and browsers call their own forms' origin null
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if SECURE else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if SECURE else None
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'self'"],
        "connect-src": ["'self'"],
        "base-uri": ["'none'"],
        "object-src": ["'none'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
    }
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"discreet": {"()": "supple.web.discreet.Discreet"}},
    "handlers": {
        "console": {"class": "logging.StreamHandler"}
        | ({"formatter": "discreet"} if SHARED else {})
    },
    "loggers": {
        # Refused requests are answered, not logged: an address may hold something private.
        "django.request": {"handlers": ["console"], "level": "ERROR", "propagate": False},
        # Requests that wait a moment for a thread are not worth a line each.
        "waitress.queue": {"handlers": ["console"], "level": "ERROR", "propagate": False},
        "django.security": {"handlers": ["console"], "level": "ERROR", "propagate": False},
    },
}
