from django.contrib.auth.models import User
from django.db import connection, connections
from django.db.models.expressions import RawSQL
from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from .models import Person


def search(request):
    name = request.GET.get("name")
    # ruleid: sql-injection
    Person.objects.raw("SELECT * FROM person WHERE name = '%s'" % name)
    # ruleid: sql-injection
    Person.objects.raw(f"SELECT * FROM person WHERE name = '{name}'")
    # ruleid: sql-injection
    Person.objects.raw("SELECT * FROM person WHERE name = '" + request.POST["name"] + "'")
    # ok: sql-injection
    Person.objects.raw("SELECT * FROM person WHERE name = %s", [name])
    # ruleid: sql-injection
    Person.objects.extra(where=["name = '%s'" % name])
    # ruleid: sql-injection
    Person.objects.all().extra(select={"label": "SELECT label FROM t WHERE x = '" + name + "'"})
    # ok: sql-injection
    Person.objects.extra(where=["name = %s"], params=[name])
    # ruleid: sql-injection
    Person.objects.annotate(val=RawSQL("SELECT col FROM t WHERE other = '%s'" % name, []))
    # ok: sql-injection
    Person.objects.annotate(val=RawSQL("SELECT col FROM t WHERE other = %s", (name,)))
    # ok: sql-injection
    Person.objects.filter(name=name)
    # ok: sql-injection
    Person.objects.filter(name__icontains=request.GET["name"]).order_by("name")
    return HttpResponse("ok")


def by_cursor(request, user_id):
    with connection.cursor() as cursor:
        # ruleid: sql-injection
        cursor.execute("SELECT * FROM person WHERE id = %s" % user_id)
        # ruleid: sql-injection
        cursor.execute("SELECT * FROM person WHERE id = " + request.POST.get("id"))
        # ok: sql-injection
        cursor.execute("SELECT * FROM person WHERE id = %s", [user_id])
    with connections["reports"].cursor() as c:
        # ruleid: sql-injection
        c.execute("SELECT * FROM report WHERE title LIKE '%{}%'".format(request.GET["title"]))
    return HttpResponse("ok")


class Search:
    def get(self, request, *args, **kwargs):
        sql = "SELECT * FROM person WHERE slug = '%s'"
        # ruleid: sql-injection
        rows = Person.objects.raw(sql % kwargs["slug"])
        # ruleid: sql-injection
        rows = User.objects.raw("SELECT * FROM auth_user WHERE email = '%s'" % self.request.GET["email"])
        # ok: sql-injection
        rows = Person.objects.raw("SELECT * FROM person LIMIT 3")
        return rows


def limited(request):
    count = int(request.GET["count"])
    # ok: sql-injection
    Person.objects.raw("SELECT * FROM person LIMIT %d" % count)
    # ok: sql-injection
    get_object_or_404(Person, pk=request.GET["id"])
    query = "SELECT * FROM person"
    # ok: sql-injection
    Person.objects.raw(query)
    # ok: sql-injection
    RawSQL("SELECT 1", [])
    return HttpResponse("ok")
