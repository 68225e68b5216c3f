"""What a request brings is not to be made into objects that its sender chose: an error for every source and reader."""

from __future__ import annotations

from itertools import product

import pytest

from reread.analyzers.findings import Severity
from reread.analyzers.text import Document
from tests.analyzers.taint.test_certainty import STANDARD

ENDINGS = {"python": "py", "java": "java", "javascript": "js", "typescript": "ts"}
HEADS = {
    "python": "import base64, hashlib, hmac, io, os, pickle, sys\nimport cloudpickle, dill, joblib, jsonpickle, marshal\n"
    "import numpy, pandas, torch, yaml\nfrom flask import Flask, request, session\napp = Flask(__name__)\n",
    "java": "import java.beans.XMLDecoder;\nimport java.io.*;\nimport java.util.Base64;\nimport java.util.zip.*;\nimport javax.servlet.http.*;\n"
    "import com.caucho.hessian.io.*;\nimport org.apache.commons.lang3.SerializationUtils;\n",
    "javascript": "const serialize = require('node-serialize');\nconst funcster = require('funcster');\n"
    "const cryo = require('cryo');\nconst serialijse = require('serialijse');\nconst fs = require('fs');\n"
    "const crypto = require('crypto');\nconst app = require('express')();\n",
}
SENT = {
    "python": (
        *("request.data", "request.get_data()", "request.stream.read()", "request.form['a'].encode()"),
        *("base64.b64decode(request.cookies['a'])", "request.headers['A'].encode()", "request.json['a']"),
        *("bytes.fromhex(request.args['a'])", "request.files['a'].read()", "request.files['a'].stream.read()"),
    ),
    "java": (
        *("request.getInputStream()", 'request.getPart("a").getInputStream()'),
        'new ByteArrayInputStream(Base64.getDecoder().decode(request.getParameter("a")))',
        'new ByteArrayInputStream(Base64.getDecoder().decode(request.getHeader("a")))',
        "new ByteArrayInputStream(Base64.getDecoder().decode(request.getCookies()[0].getValue()))",
        *("new BufferedInputStream(request.getInputStream())", "new DataInputStream(request.getInputStream())"),
        *("new PushbackInputStream(request.getInputStream())", "new GZIPInputStream(request.getInputStream())"),
        "new InflaterInputStream(request.getInputStream())",
    ),
    "javascript": (
        *("req.body", "req.body.a", "req.query.a", "req.cookies.a", "req.headers['a']", "req.params.a"),
        *("Buffer.from(req.cookies.a, 'base64').toString()", "decodeURIComponent(req.query.a)"),
    ),
}
READERS = {
    "python": (
        *(
            "pickle.loads({})",
            "pickle.load(io.BytesIO({}))",
            "pickle.Unpickler(io.BytesIO({})).load()",
            "dill.loads({})",
        ),
        *("cloudpickle.loads({})", "marshal.loads({})", "jsonpickle.decode({})", "joblib.load(io.BytesIO({}))"),
        *("pandas.read_pickle(io.BytesIO({}))", "numpy.load(io.BytesIO({}), allow_pickle=True)"),
        *(
            "torch.load(io.BytesIO({}), weights_only=False)",
            "yaml.load({}, Loader=yaml.Loader)",
            "yaml.unsafe_load({})",
        ),
    ),
    "java": (
        *("new ObjectInputStream({}).readObject()", "new XMLDecoder({}).readObject()"),
        *("new HessianInput({}).readObject()", "new Hessian2Input({}).readObject()"),
        *("new BurlapInput({}).readObject()", "SerializationUtils.deserialize({})"),
    ),
    "javascript": (
        *("serialize.unserialize({})", "funcster.deepDeserialize({})", "cryo.parse({})", "serialijse.deserialize({})"),
    ),
}
OWN = {
    "python": (
        *("open('/srv/own', 'rb').read()", "sys.argv[1].encode()", "os.environb[b'A']", "b'constant'", "session['a']"),
    ),
    "java": (
        *('new FileInputStream("/srv/own")', "new ByteArrayInputStream(new byte[] {1})", "System.in"),
        'new ByteArrayInputStream(Base64.getDecoder().decode(System.getenv("A")))',
    ),
    "javascript": ("fs.readFileSync('/srv/own', 'utf8')", "process.env.A", "'constant'", "process.argv[2]"),
}
SIGNED = {
    "python": (
        "data = request.get_data()\n    if not hmac.compare_digest(hmac.new(KEY, data, 'sha256').hexdigest(), "
        "request.headers['A']):\n        return 'forged'\n",
        "data",
    ),
    "java": (
        'byte[] data = Base64.getDecoder().decode(request.getParameter("a"));\n    if (!java.security.MessageDigest'
        '.isEqual(mac.doFinal(data), request.getHeader("A").getBytes())) throw new SecurityException();\n',
        "new ByteArrayInputStream(data)",
    ),
    "javascript": (
        "const data = req.body.a;\n  const mac = crypto.createHmac('sha256', KEY).update(data).digest('hex');\n"
        "  if (mac !== req.headers['a']) return res.sendStatus(403);\n",
        "data",
    ),
}
SAFE = {
    "python": (
        "json.loads({})",
        "yaml.safe_load({})",
        "numpy.load(io.BytesIO({}))",
        "torch.load({}, weights_only=True)",
    ),
    "java": ("new ObjectMapper().readValue({}, Order.class)", "new DataInputStream({}).readInt()"),
    "javascript": ("JSON.parse({})", "querystring.parse({})"),
}


def handler(language: str, number: int, before: str, read: str) -> str:
    """A handler of requests, the last line of which but one or two reads objects."""
    if language == "python":
        return f"@app.post('/{number}')\ndef view{number}():\n    {before}\n    return str({read})\n"
    if language == "java":
        return (
            f"class A{number} extends HttpServlet {{\n  private javax.crypto.Mac mac;\n"
            "  protected void doPost(HttpServletRequest request, HttpServletResponse response) throws Exception {\n"
            f"    {before}\n    Object made = {read};\n  }}\n}}\n"
        )
    return f"app.post('/{number}', (req, res) => {{\n  {before}\n  res.json({read});\n}});\n"


def unseen_and_seen(language: str, reads: list[tuple[str, str]]) -> tuple[list[str], list[str]]:
    """The calls that no error is about, and those that one is about. Each has what stands before it."""
    of = "javascript" if language == "typescript" else language
    code, lines = HEADS[of], {}
    for number, (before, read) in enumerate(reads):
        code += handler(of, number, before, read)
        lines[code[: code.rindex(read)].count("\n")] = read
    document = Document(f"file:///a.{ENDINGS[language]}", code, language=language)
    findings = STANDARD.check(document, f"a.{ENDINGS[language]}").findings
    errors = {
        document.lines.line_of(each.span.start)
        for each in findings
        if each.severity is Severity.ERROR and "deserialization" in each.rule
    }
    unseen, seen = ([read for line, read in lines.items() if (line in errors) is is_in] for is_in in (False, True))
    return unseen, seen


@pytest.fixture(params=ENDINGS)
def language(request):
    return request.param


@pytest.fixture
def of(language):
    """The language whose tables hold."""
    return "javascript" if language == "typescript" else language


def test_each_part_of_a_request_is_an_error_in_a_reader_and_one_part_in_each(language, of):
    parts, readers = SENT[of], READERS[of]
    reads = [("", readers[0].format(sent)) for sent in parts] + [("", each.format(parts[0])) for each in readers[1:]]
    unseen, seen = unseen_and_seen(language, reads)
    assert unseen == []
    assert len(seen) == len(reads) >= 10


@pytest.mark.slow
def test_each_part_of_a_request_is_an_error_in_each_reader(language, of):
    pairs = [("", reader.format(sent)) for sent, reader in product(SENT[of], READERS[of])]
    unseen, seen = unseen_and_seen(language, pairs)
    assert unseen == []
    assert len(seen) == len(pairs) >= 30


def test_what_the_program_has_itself_is_none(language, of):
    _, seen = unseen_and_seen(language, [("", reader.format(own)) for own, reader in product(OWN[of], READERS[of])])
    assert seen == []


def test_what_is_signed_is_none(language, of):
    before, data = SIGNED[of]
    _, seen = unseen_and_seen(language, [(before, reader.format(data)) for reader in READERS[of]])
    assert seen == []


def test_what_makes_no_objects_of_the_senders_choice_is_none(language, of):
    _, seen = unseen_and_seen(language, [("", reader.format(sent)) for sent, reader in product(SENT[of], SAFE[of])])
    assert seen == []
