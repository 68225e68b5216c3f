import jakarta.mail.Message;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import javax.servlet.http.HttpServletRequest;
import org.apache.commons.mail.HtmlEmail;

class ContactForm {
    void send(HttpServletRequest request, MimeMessage mail, Message plain, MimeBodyPart part, HtmlEmail html) throws Exception {
        String subject = request.getParameter("subject");
        // ruleid: mail-header-injection
        mail.setSubject(subject);
        // ruleid: mail-header-injection
        mail.setSubject("Contact: " + subject, "UTF-8");
        // ruleid: mail-header-injection
        plain.addHeader("X-Topic", subject);
        // ruleid: mail-header-injection
        plain.setHeader("Reply-To", request.getParameter("mail"));
        // ruleid: mail-header-injection
        part.setDisposition("attachment; filename=" + subject);
        // ruleid: mail-header-injection
        html.addHeader("X-Topic", subject);
        // ruleid: mail-header-injection
        mail.addHeader(subject, "yes");
        // ok: mail-header-injection
        mail.setSubject(subject.replaceAll("[\r\n]", " "));
        // ok: mail-header-injection
        mail.setSubject(MimeUtility.encodeText(subject));
        // ok: mail-header-injection
        mail.setSubject("Contact");
        // ok: mail-header-injection
        mail.setText(request.getParameter("text"));
        // ok: mail-header-injection
        plain.addHeader("X-Page", String.valueOf(Integer.parseInt(request.getParameter("page"))));
    }
}
