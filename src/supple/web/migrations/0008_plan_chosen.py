"""Know which items of a plan a person set, and when anything of theirs changed."""

import uuid

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from supple.routine.plan import Plan
from supple.value import from_json


def keep_all(apps: Apps, _editor: BaseDatabaseSchemaEditor) -> None:
    """Take every item of the plans so far as the person's: who set it was not written down."""
    for row in apps.get_model("web", "StoredPlan").objects.all():
        row.chosen = " ".join(item.id for item in from_json(row.document, Plan).items)
        row.save(update_fields=["chosen"])


class Migration(migrations.Migration):
    dependencies = (("web", "0007_user_consented"),)
    operations = (
        migrations.AddField("user", "revision", models.UUIDField(default=uuid.uuid4)),
        migrations.AddField("storedplan", "chosen", models.TextField(blank=True)),
        migrations.RunPython(keep_all, migrations.RunPython.noop),
    )
