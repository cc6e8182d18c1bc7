"""A workbook that was refused goes back to its person, marked."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("filings", "0010_the_bureaus_loads"),
    ]

    operations = [
        migrations.AddField(
            model_name="importdraft",
            name="marked",
            field=models.BinaryField(null=True, verbose_name="标出错误的文件"),
        ),
        migrations.AlterField(
            model_name="importdraft",
            name="base_sha256",
            field=models.CharField(blank=True, default="", max_length=64, verbose_name="上传时的校验值"),
        ),
        migrations.AlterField(
            model_name="importdraft",
            name="package",
            field=models.JSONField(null=True, verbose_name="内容"),
        ),
    ]
