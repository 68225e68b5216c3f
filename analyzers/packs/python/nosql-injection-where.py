import pymongo


def find(users, name):
    # ruleid: nosql-injection-where
    users.find({"$where": "this.name == '" + name + "'"})
    # ruleid: nosql-injection-where
    users.find({"$where": f"this.name == '{name}'"})
    # ok: nosql-injection-where
    users.find({"$where": "this.a > this.b"})
    # ok: nosql-injection-where
    users.find({"name": {"$eq": name}})


def reduced(events, name):
    # ruleid: nosql-injection-where
    events.map_reduce("function() { emit(this." + name + ", 1) }", "function(k, v) { return v.length }", "counts")
    # ok: nosql-injection-where
    events.map_reduce("function() { emit(this.kind, 1) }", "function(k, v) { return v.length }", "counts")
