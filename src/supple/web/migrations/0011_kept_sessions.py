"""Find kept sessions by date: a condition on `removed` was no use as a column of the index."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = (("web", "0010_publication_announced"),)
    operations = (
        migrations.RemoveIndex("session", "diary_order"),
        migrations.AddIndex(
            "session",
            models.Index(
                fields=["owner", "-date", "-started"],
                name="kept_sessions",
                condition=models.Q(removed=False),
            ),
        ),
    )
