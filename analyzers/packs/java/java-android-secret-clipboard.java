import android.content.ClipData;
import android.content.ClipDescription;
import android.content.ClipboardManager;
import android.os.PersistableBundle;

class Copy {
    void copy(ClipboardManager clipboard, String password, Account account, String name) {
        // ruleid: java-android-secret-clipboard
        clipboard.setPrimaryClip(ClipData.newPlainText("login", password));
        // ruleid: java-android-secret-clipboard
        clipboard.setPrimaryClip(ClipData.newPlainText("login", account.getPrivateKey()));
        // ruleid: java-android-secret-clipboard
        clipboard.setText(password);
        // ok: java-android-secret-clipboard
        clipboard.setPrimaryClip(ClipData.newPlainText("login", name));
    }

    void marked(ClipboardManager clipboard, String password) {
        // ok: java-android-secret-clipboard
        ClipData clip = ClipData.newPlainText("login", password);
        PersistableBundle extras = new PersistableBundle();
        extras.putBoolean(ClipDescription.EXTRA_IS_SENSITIVE, true);
        clip.getDescription().setExtras(extras);
        clipboard.setPrimaryClip(clip);
    }
}
