"""What is handed in for a filing is kept, and a job reads it; what it finds wrong, and what stays out, is kept beside it."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("filings", "0011_the_users_own_file_back"),
    ]

    operations = [
        migrations.RunSQL("DELETE FROM filings_importdraft", migrations.RunSQL.noop),  # they wait for minutes, and have no file
        migrations.AddField(
            model_name="importdraft",
            name="body",
            field=models.BinaryField(verbose_name="上传的文件", default=b""),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="importdraft",
            name="problems",
            field=models.JSONField(default=list, verbose_name="错误"),
        ),
        migrations.AddField(
            model_name="importdraft",
            name="left",
            field=models.JSONField(default=list, verbose_name="没有读入的行"),
        ),
    ]
