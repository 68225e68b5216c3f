package shop.files;

import android.content.Context;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Set;

class Permissions {
    void set(Path path, File file, Context context) throws Exception {
        // ruleid: file-permissions
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxrwxrwx"));
        // ruleid: file-permissions
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-rw-rw-"));
        // ok: file-permissions
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
        // ok: file-permissions
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r-----"));
        Set<PosixFilePermission> permissions = new HashSet<>();
        // ruleid: file-permissions
        permissions.add(PosixFilePermission.OTHERS_WRITE);
        // ruleid: file-permissions
        permissions.add(PosixFilePermission.OTHERS_READ);
        // ok: file-permissions
        permissions.add(PosixFilePermission.OWNER_READ);
        // ruleid: file-permissions
        file.setWritable(true, false);
        // ruleid: file-permissions
        file.setReadable(true, false);
        // ok: file-permissions
        file.setWritable(true);
        // ruleid: file-permissions
        Runtime.getRuntime().exec("chmod 777 /srv/data");
        // ruleid: file-permissions
        context.openFileOutput("data", Context.MODE_WORLD_READABLE);
        // ruleid: file-permissions
        context.getSharedPreferences("data", Context.MODE_WORLD_WRITEABLE);
        // ok: file-permissions
        context.openFileOutput("data", Context.MODE_PRIVATE);
    }
}
