from pysnmp.hlapi import CommunityData, UsmUserData
from pysnmp.hlapi.v3arch import asyncio as snmp


def agents(name, key, other_key):
    # ruleid: snmp-unprotected
    CommunityData("public", mpModel=0)
    # ruleid: snmp-unprotected
    CommunityData(name)
    # ruleid: snmp-unprotected
    snmp.CommunityData("public", mpModel=1)
    # ruleid: snmp-unprotected
    UsmUserData("monitor")
    # ruleid: snmp-unprotected
    UsmUserData("monitor", key)
    # ok: snmp-unprotected
    UsmUserData("monitor", key, other_key)
    # ok: snmp-unprotected
    UsmUserData("monitor", authKey=key, privKey=other_key)
