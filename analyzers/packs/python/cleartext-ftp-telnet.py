import ftplib
import telnetlib


def connect(host):
    # ruleid: cleartext-ftp-telnet
    ftplib.FTP(host)
    # ruleid: cleartext-ftp-telnet
    telnetlib.Telnet(host)
    # ok: cleartext-ftp-telnet
    ftplib.FTP_TLS(host)
