"""The audit trail: written by the database, changed by nobody."""

from django.db import migrations, models

from disclosure.audit.sql import DROP, FUNCTIONS


class Migration(migrations.Migration):
    initial = True
    dependencies = []
    operations = [
        migrations.CreateModel(
            name="Entry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(verbose_name="时间")),
                ("actor", models.CharField(max_length=60, verbose_name="操作人")),
                ("actor_id", models.BigIntegerField(null=True, verbose_name="操作人编号")),
                ("bureau", models.CharField(max_length=6, verbose_name="财政部门")),
                ("action", models.CharField(max_length=40, verbose_name="动作")),
                ("table", models.CharField(max_length=63, verbose_name="对象")),
                ("object_id", models.CharField(max_length=60, verbose_name="对象编号")),
                ("before", models.JSONField(null=True, verbose_name="改前")),
                ("after", models.JSONField(null=True, verbose_name="改后")),
                ("why", models.CharField(max_length=500, verbose_name="理由")),
                ("address", models.CharField(max_length=45, verbose_name="网络地址")),
                ("request_id", models.CharField(max_length=36, verbose_name="请求号")),
                ("login", models.CharField(max_length=63, verbose_name="数据库登录")),
            ],
            options={
                "verbose_name": "审计记录",
                "ordering": ("-id",),
                "indexes": [
                    models.Index(fields=["table", "object_id"], name="audit_by_object"),
                    models.Index(fields=["actor", "at"], name="audit_by_actor"),
                    models.Index(fields=["at"], name="audit_by_time"),
                ],
            },
        ),
        migrations.RunSQL(FUNCTIONS, DROP),
    ]
