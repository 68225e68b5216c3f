import ftplib
import telnetlib


def connect(host):
    # ruleid: ftp-telnet-cleartext
    ftplib.FTP_TLS(host)
    # ruleid: ftp-telnet-cleartext
    telnetlib.Telnet(host)
    # ok: ftp-telnet-cleartext
    ftplib.FTP_TLS(host)
