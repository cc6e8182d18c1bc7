"""The audit trail as the database writes it: no application role inserts, changes or deletes a row. Knows no audited table."""

from django.db import models


class Entry(models.Model):
    """One row written, or one event: who, what, before, after, why, from where."""

    at = models.DateTimeField("时间")
    actor = models.CharField("操作人", max_length=60)
    actor_id = models.BigIntegerField("操作人编号", null=True)
    bureau = models.CharField("财政部门", max_length=6)
    action = models.CharField("动作", max_length=40)
    table = models.CharField("对象", max_length=63)
    object_id = models.CharField("对象编号", max_length=60)
    before = models.JSONField("改前", null=True)
    after = models.JSONField("改后", null=True)
    why = models.CharField("理由", max_length=500)
    address = models.CharField("网络地址", max_length=45)
    request_id = models.CharField("请求号", max_length=36)
    login = models.CharField("数据库登录", max_length=63)

    class Meta:
        verbose_name = "审计记录"
        ordering = ("-id",)
        indexes = [
            models.Index(fields=["table", "object_id"], name="audit_by_object"),
            models.Index(fields=["actor", "at"], name="audit_by_actor"),
            models.Index(fields=["at"], name="audit_by_time"),
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M:%S} {self.actor} {self.action} {self.table} {self.object_id}"
