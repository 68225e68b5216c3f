from pysnmp.hlapi import CommunityData, UsmUserData
from pysnmp.hlapi.v3arch import asyncio as snmp


def agents(name, key, other_key):
    # ruleid: insecure-snmp
    CommunityData("public", mpModel=0)
    # ruleid: insecure-snmp
    CommunityData(name)
    # ruleid: insecure-snmp
    snmp.CommunityData("public", mpModel=1)
    # ruleid: insecure-snmp
    UsmUserData("monitor")
    # ruleid: insecure-snmp
    UsmUserData("monitor", key)
    # ok: insecure-snmp
    UsmUserData("monitor", key, other_key)
    # ok: insecure-snmp
    UsmUserData("monitor", authKey=key, privKey=other_key)
