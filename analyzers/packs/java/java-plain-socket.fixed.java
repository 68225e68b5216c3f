import javax.net.ssl.SSLSocketFactory;

class Sockets {
    void open() throws Exception {
        // ruleid: java-plain-socket
        SSLSocketFactory.getDefault().createSocket("mail.shop.com", 25);
        // ok: java-plain-socket
        javax.net.ssl.SSLSocketFactory.getDefault().createSocket("mail.shop.com", 465);
    }
}
