import jakarta.mail.Message;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import javax.servlet.http.HttpServletRequest;
import org.apache.commons.mail.HtmlEmail;

class ContactForm {
    void send(HttpServletRequest request, MimeMessage mail, Message plain, MimeBodyPart part, HtmlEmail html) throws Exception {
        String subject = request.getParameter("subject");
        // ruleid: java-mail-header-request-value
        mail.setSubject(subject);
        // ruleid: java-mail-header-request-value
        mail.setSubject("Contact: " + String.valueOf(subject).replaceAll("[\r\n]", ""), "UTF-8");
        // ruleid: java-mail-header-request-value
        plain.addHeader("X-Topic", subject);
        // ruleid: java-mail-header-request-value
        plain.setHeader("Reply-To", request.getParameter("mail"));
        // ruleid: java-mail-header-request-value
        part.setDisposition("attachment; filename=" + String.valueOf(subject).replaceAll("[\r\n]", ""));
        // ruleid: java-mail-header-request-value
        html.addHeader("X-Topic", subject);
        // ruleid: java-mail-header-request-value
        mail.addHeader(subject, "yes");
        // ok: java-mail-header-request-value
        mail.setSubject(subject.replaceAll("[\r\n]", " "));
        // ok: java-mail-header-request-value
        mail.setSubject(MimeUtility.encodeText(subject));
        // ok: java-mail-header-request-value
        mail.setSubject("Contact");
        // ok: java-mail-header-request-value
        mail.setText(request.getParameter("text"));
        // ok: java-mail-header-request-value
        plain.addHeader("X-Page", String.valueOf(Integer.parseInt(request.getParameter("page"))));
    }
}
