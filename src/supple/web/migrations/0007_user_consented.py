from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("web", "0006_questions")]

    operations = [
        migrations.AddField(
            model_name="user", name="consented", field=models.DateTimeField(null=True)
        ),
    ]
