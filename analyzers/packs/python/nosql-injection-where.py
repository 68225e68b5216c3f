def find(users, name):
    # ruleid: nosql-injection-where
    users.find({"$where": "this.name == '" + name + "'"})
    # ruleid: nosql-injection-where
    users.find({"$where": f"this.name == '{name}'"})
    # ok: nosql-injection-where
    users.find({"$where": "this.a > this.b"})
    # ok: nosql-injection-where
    users.find({"name": {"$eq": name}})
