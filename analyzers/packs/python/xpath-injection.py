from lxml import etree


def find(tree, name):
    # ruleid: xpath-injection
    tree.xpath("//user[name='" + name + "']")
    # ruleid: xpath-injection
    tree.xpath(f"//user[name='{name}']")
    # ruleid: xpath-injection
    etree.XPath("//user[name='%s']" % name)
    # ok: xpath-injection
    tree.xpath("//user[name=$name]", name=name)
    # ok: xpath-injection
    tree.xpath("//user[name='root']")
    # ok: xpath-injection
    tree.xpath(f"//user[{int(name)}]")
