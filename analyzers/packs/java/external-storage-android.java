import android.content.Context;
import android.os.Environment;
import java.io.File;
import java.io.FileOutputStream;

class Storage {
    void save(Context context) throws Exception {
        // ruleid: external-storage-android
        File tokens = new File(Environment.getExternalStorageDirectory(), "tokens.json");
        // ruleid: external-storage-android
        File path = new File(Environment.getExternalStorageDirectory().getAbsolutePath() + "/tokens.json");
        // ruleid: external-storage-android
        FileOutputStream out = new FileOutputStream(Environment.getExternalStorageDirectory() + "/a.txt");
        // ok: external-storage-android
        File folder = Environment.getExternalStorageDirectory();
        // ok: external-storage-android
        long free = new StatFs(folder.getPath()).getAvailableBytes();
        // ruleid: external-storage-android
        File data = new File(folder, "data.json");
        // ok: external-storage-android
        File own = new File(context.getFilesDir(), "tokens.json");
        // ok: external-storage-android
        String state = Environment.getExternalStorageState();
    }
}
