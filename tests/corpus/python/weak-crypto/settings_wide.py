import pickle, cPickle, marshal, shelve, yaml, jsonpickle, dill, joblib, torch, numpy as np, pandas as pd, ruamel.yaml, shelve, cloudpickle, base64
from flask import Flask, request, make_response, session
import xml.etree.ElementTree as ET, xml.sax, xml.dom.minidom, lxml.etree, xmltodict, defusedxml.ElementTree, xml.dom.pulldom, xml.parsers.expat, plistlib, xmlrpc.server
from lxml import etree, objectify
import jwt, jose.jwt, authlib.jose, ssl, socket, requests, httpx, urllib3, aiohttp, smtplib, ftplib, telnetlib, imaplib, paramiko
import hashlib, hmac, random, secrets, uuid, tempfile, os, logging, re, string
from Crypto.Cipher import AES, DES, ARC4, DES3, Blowfish, ARC2, CAST
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.asymmetric import rsa, dsa, ec, padding
from cryptography.hazmat.primitives import hashes
app = Flask(__name__)
def deser(data, f):
    # ruleid: deserialization
    pickle.loads(data)
    # ruleid: deserialization
    pickle.load(f)
    # ruleid: deserialization
    marshal.loads(data)
    # ruleid: deserialization
    yaml.load(data)
    # ruleid: deserialization
    yaml.load(data, Loader=yaml.Loader)
    # ruleid: deserialization
    yaml.load(data, yaml.UnsafeLoader)
    # ruleid: deserialization
    yaml.unsafe_load(data)
    # ok: deserialization
    yaml.load(data, Loader=yaml.SafeLoader)
    # ok: deserialization
    yaml.load(data, Loader=yaml.CSafeLoader)
    # ok: deserialization
    yaml.safe_load(data)
    # ruleid: deserialization
    yaml.load_all(data)
    yaml.load(data, Loader=yaml.FullLoader)
    # ruleid: deserialization
    jsonpickle.decode(data)
    # ruleid: deserialization
    dill.loads(data)
    # ruleid: deserialization
    joblib.load(f)
    # ruleid: deserialization
    torch.load(f)
    # ok: deserialization
    torch.load(f, weights_only=True)
    # ruleid: deserialization
    np.load(f, allow_pickle=True)
    # ok: deserialization
    np.load(f)
    # ruleid: deserialization
    pd.read_pickle(f)
    # ruleid: deserialization
    shelve.open(f)
    # ruleid: deserialization
    cloudpickle.loads(data)
    # ruleid: deserialization
    pickle.Unpickler(f).load()
    # ruleid: deserialization
    ruamel.yaml.YAML(typ="unsafe")
    # ok: deserialization
    ruamel.yaml.YAML(typ="safe")
    # ok: deserialization
    pickle.dumps(data)
    import torch as t2
    tf.keras.models.load_model(f)
def xxe(data, f):
    # ruleid: xxe
    ET.fromstring(data)
    # ruleid: xxe
    ET.parse(f)
    # ruleid: xxe
    xml.dom.minidom.parseString(data)
    # ruleid: xxe
    xml.dom.pulldom.parseString(data)
    # ruleid: xxe
    xml.sax.parseString(data, h)
    p = xml.sax.make_parser()
    # ruleid: xxe
    p.setFeature(xml.sax.handler.feature_external_ges, True)
    # ok: xxe
    p.setFeature(xml.sax.handler.feature_external_ges, False)
    # ruleid: xxe
    etree.fromstring(data)
    # ruleid: xxe
    etree.parse(f)
    # ok: xxe
    etree.fromstring(data, parser=etree.XMLParser(resolve_entities=False))
    # ruleid: xxe
    etree.fromstring(data, parser=etree.XMLParser(resolve_entities=True))
    # ruleid: xxe
    etree.fromstring(data, etree.XMLParser())
    # ruleid: xxe
    parser = etree.XMLParser(no_network=False)
    # ruleid: xxe
    parser2 = etree.XMLParser(load_dtd=True, huge_tree=True)
    # ok: xxe
    parser3 = etree.XMLParser(resolve_entities=False, no_network=True)
    # ok: xxe
    etree.fromstring(data, parser3)
    # ruleid: xxe
    etree.XML(data)
    # ruleid: xxe
    etree.iterparse(f)
    # ruleid: xxe
    objectify.fromstring(data)
    # ok: xxe
    defusedxml.ElementTree.fromstring(data)
    # ok: xxe
    xmltodict.parse(data)
    # ruleid: xxe
    xmltodict.parse(data, disable_entities=False)
    # ok: xxe
    ET.fromstring("<a/>")
    xmlrpc.server.SimpleXMLRPCServer(("", 80))
def jwts(tok, key):
    # ruleid: jwt
    jwt.decode(tok, verify=False)
    # ruleid: jwt
    jwt.decode(tok, key, algorithms=["HS256"], options={"verify_signature": False})
    # ruleid: jwt
    jwt.decode(tok, options={"verify_signature": False})
    # ruleid: jwt
    jwt.decode(tok, key, algorithms=["none"])
    # ruleid: jwt
    jwt.encode({}, key, algorithm="none")
    # ruleid: jwt
    jwt.encode({}, None, algorithm=None)
    # ruleid: jwt
    jwt.encode({}, "", algorithm="HS256")
    # ruleid: jwt
    jwt.encode({}, "secret", algorithm="HS256")
    # ruleid: jwt
    jwt.decode(tok, "mysecretkey", algorithms=["HS256"])
    # ok: jwt
    jwt.decode(tok, key, algorithms=["HS256"])
    # ruleid: jwt
    jwt.decode(tok, key, algorithms=["HS256", "none"])
    # ruleid: jwt
    jwt.decode(tok, key, algorithms=["HS256"], options={"verify_exp": False})
    # ok: jwt
    jwt.decode(tok, key, ["HS256"], {"verify_signature": True})
    # ruleid: jwt
    jose.jwt.decode(tok, key, options={"verify_signature": False})
    # ruleid: jwt
    jose.jwt.get_unverified_claims(tok)
    # ok: jwt
    jwt.get_unverified_header(tok)
    # ruleid: jwt
    authlib.jose.JsonWebToken(["none"])
    import python_jwt
    # ruleid: jwt
    python_jwt.process_jwt(tok)
    # ok: jwt
    python_jwt.verify_jwt(tok, key, ["HS256"])
def tls(url):
    # ruleid: tls-verification
    requests.get(url, verify=False, timeout=3)
    # ok: tls-verification
    requests.post(url, verify=True, timeout=3)
    s = requests.Session()
    # ruleid: tls-verification
    s.verify = False
    # ruleid: tls-verification
    httpx.get(url, verify=False)
    # ruleid: tls-verification
    httpx.Client(verify=False)
    # ruleid: tls-verification
    httpx.AsyncClient(verify=False)
    # ruleid: tls-verification
    ssl._create_unverified_context()
    # ruleid: tls-verification
    ssl._create_default_https_context = ssl._create_unverified_context
    ctx = ssl.create_default_context()
    # ruleid: tls-verification
    ctx.check_hostname = False
    # ruleid: tls-verification
    ctx.verify_mode = ssl.CERT_NONE
    # ruleid: tls-verification
    ctx2 = ssl.SSLContext(ssl.PROTOCOL_TLSv1)
    # ruleid: tls-verification
    ctx3 = ssl.SSLContext(ssl.PROTOCOL_SSLv3)
    # ok: tls-verification
    ctx4 = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    # ok: tls-verification
    ctx5 = ssl.create_default_context()
    # ok: tls-verification
    ctx5.minimum_version = ssl.TLSVersion.TLSv1_2
    ctx6 = ssl.SSLContext()
    ctx7 = ssl.SSLContext(ssl.PROTOCOL_TLS)
    # ruleid: tls-verification
    ssl.wrap_socket(sock)
    # ruleid: tls-verification
    ssl.wrap_socket(sock, ssl_version=ssl.PROTOCOL_TLSv1)
    # ruleid: tls-verification
    ctx.options &= ~ssl.OP_NO_SSLv3
    # ruleid: tls-verification
    ctx.set_ciphers("RC4-SHA")
    ctx.set_ciphers("ALL:!aNULL")
    # ruleid: tls-verification
    urllib3.PoolManager(cert_reqs="CERT_NONE")
    # ruleid: tls-verification
    urllib3.PoolManager(cert_reqs=ssl.CERT_NONE)
    # ruleid: tls-verification
    aiohttp.TCPConnector(ssl=False)
    # ruleid: tls-verification
    aiohttp.TCPConnector(verify_ssl=False)
    urllib3.disable_warnings()  
    # ruleid: tls-verification
    paramiko.SSHClient().set_missing_host_key_policy(paramiko.AutoAddPolicy())
    # ruleid: tls-verification
    paramiko.SSHClient().set_missing_host_key_policy(paramiko.WarningPolicy)
    # ok: tls-verification
    paramiko.SSHClient().set_missing_host_key_policy(paramiko.RejectPolicy())
    smtplib.SMTP("h").starttls()
    # ruleid: data-exposure
    telnetlib.Telnet("h")
    # ruleid: data-exposure
    ftplib.FTP("h")
    # ruleid: tls-verification
    os.environ["PYTHONHTTPSVERIFY"] = "0"
def crypt(key, data, iv):
    # ruleid: weak-crypto
    DES.new(key, DES.MODE_ECB)
    # ruleid: weak-crypto
    ARC4.new(key)
    # ruleid: weak-crypto
    DES3.new(key, DES3.MODE_CBC)
    # ruleid: weak-crypto
    Blowfish.new(key, Blowfish.MODE_CBC)
    # ruleid: weak-crypto
    AES.new(key, AES.MODE_ECB)
    # ruleid: weak-crypto
    AES.new(key)
    # ok: weak-crypto
    AES.new(key, AES.MODE_GCM)
    # ok: weak-crypto
    AES.new(key, AES.MODE_CBC, iv)
    # ruleid: weak-crypto
    AES.new(key, AES.MODE_CBC, b"0000000000000000")
    # ruleid: weak-crypto
    AES.new(b"sixteen byte key", AES.MODE_GCM)
    # ruleid: weak-crypto
    Cipher(algorithms.AES(key), modes.ECB())
    # ruleid: weak-crypto
    Cipher(algorithms.ARC4(key), mode=None)
    # ruleid: weak-crypto
    Cipher(algorithms.TripleDES(key), modes.CBC(iv))
    # ruleid: weak-crypto
    Cipher(algorithms.Blowfish(key), modes.CBC(iv))
    # ok: weak-crypto
    Cipher(algorithms.AES(key), modes.GCM(iv))
    # ruleid: weak-crypto
    rsa.generate_private_key(public_exponent=65537, key_size=1024)
    # ok: weak-crypto
    rsa.generate_private_key(public_exponent=65537, key_size=2048)
    # ruleid: weak-crypto
    rsa.generate_private_key(public_exponent=3, key_size=2048)
    # ruleid: weak-crypto
    dsa.generate_private_key(key_size=1024)
    # ruleid: weak-crypto
    ec.generate_private_key(ec.SECP192R1())
    # ok: weak-crypto
    ec.generate_private_key(ec.SECP256R1())
    from Crypto.PublicKey import RSA
    # ruleid: weak-crypto
    RSA.generate(1024)
    # ok: weak-crypto
    RSA.generate(2048)
    # ruleid: weak-hash
    hashlib.md5(data)
    # ruleid: weak-hash
    hashlib.sha1(data)
    # ruleid: weak-hash
    hashlib.new("md5", data)
    # ok: weak-hash
    hashlib.sha256(data)
    # ok: weak-hash
    hashlib.md5(data, usedforsecurity=False)
    # ruleid: weak-hash
    hashes.MD5()
    # ruleid: weak-hash
    hashes.SHA1()
    # ok: weak-hash
    hashes.SHA256()
    # ruleid: weak-hash
    hashlib.sha256(password).hexdigest()
    # ruleid: weak-hash
    hashlib.pbkdf2_hmac("sha256", password, salt, 1000)
    # ok: weak-hash
    hashlib.pbkdf2_hmac("sha256", password, salt, 600000)
    # ok: weak-hash
    hashlib.scrypt(password, salt=salt, n=16384, r=8, p=1)
    # ruleid: weak-crypto
    hashlib.scrypt(password, salt=b"salt", n=16384, r=8, p=1)
    from cryptography.hazmat.primitives.kdf.pbkdf2 import PBKDF2HMAC
    # ruleid: weak-hash
    PBKDF2HMAC(algorithm=hashes.SHA256(), length=32, salt=salt, iterations=1000)
    padding.PKCS1v15()
def rnd():
    # ruleid: weak-random
    token = random.random()
    # ruleid: weak-random
    password = "".join(random.choice(string.ascii_letters) for _ in range(8))
    # ruleid: weak-random
    session_id = random.getrandbits(128)
    # ruleid: weak-random
    otp = random.randint(100000, 999999)
    # ok: weak-random
    token2 = secrets.token_hex()
    # ok: weak-random
    password2 = "".join(secrets.choice("abc") for _ in range(8))
    # ok: weak-random
    pick = random.choice(["a", "b"])
    # ok: weak-random
    delay = random.uniform(0, 1)
    # ok: weak-random
    sr = random.SystemRandom().random()
    # ruleid: weak-random
    reset_token = str(uuid.uuid1())
    # ok: weak-random
    reset_token = str(uuid.uuid4())
    # ruleid: weak-random
    api_key = "%032x" % random.getrandbits(128)
    # ruleid: weak-random
    csrf_token = hashlib.sha256(str(random.random()).encode()).hexdigest()
    # ruleid: weak-random
    salt = np.random.bytes(16)
    return token
def tmp():
    # ruleid: insecure-tempfile
    tempfile.mktemp()
    # ok: insecure-tempfile
    tempfile.mkstemp()
    # ok: insecure-tempfile
    tempfile.NamedTemporaryFile()
    # ruleid: insecure-tempfile
    os.tempnam()
    # ruleid: insecure-tempfile
    os.tmpnam()
    # ruleid: insecure-tempfile
    open("/tmp/foo", "w")
    # ruleid: insecure-tempfile
    open("/tmp/%d" % os.getpid(), "w")
    # ruleid: insecure-tempfile
    open("/var/tmp/x.log", "a")
    # ruleid: file-permissions
    os.chmod("f", 0o777)
    # ruleid: file-permissions
    os.chmod("f", 0o666)
    # ok: file-permissions
    os.chmod("f", 0o600)
    # ok: file-permissions
    os.chmod("f", 0o644)
    # ruleid: file-permissions
    os.chmod("f", stat.S_IRWXO)
    # ruleid: file-permissions
    os.chmod("f", stat.S_IRWXU | stat.S_IWOTH)
    # ruleid: file-permissions
    os.umask(0)
    # ok: file-permissions
    os.umask(0o077)
    # ruleid: file-permissions
    os.open("f", os.O_CREAT, 0o777)
    # ruleid: file-permissions
    os.mkdir("f", 0o777)
    # ruleid: file-permissions
    os.makedirs("f", mode=0o777)
    # ruleid: file-permissions
    pathlib.Path("f").chmod(0o777)
    # ruleid: file-permissions
    os.fchmod(fd, 0o777)
    # ruleid: file-permissions
    os.mkfifo("f", 0o666)
