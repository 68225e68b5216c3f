import javax.net.ssl.SSLSocketFactory;

class Sockets {
    void open() throws Exception {
        // ruleid: cleartext-socket
        SSLSocketFactory.getDefault().createSocket("mail.shop.com", 25);
        // ok: cleartext-socket
        javax.net.ssl.SSLSocketFactory.getDefault().createSocket("mail.shop.com", 465);
    }
}
