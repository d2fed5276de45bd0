package io.reelbench.engine.cloud.account;

import io.reelbench.engine.output.Faults;
import io.reelbench.engine.problem.FailedException;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Keys in a file that only this user can read, for systems without a keyring whose user said that this may be. */
public final class FileVault implements Vault {

    private static final String NAME = "keys.json";
    private static final TypeReference<TreeMap<String, String>> KEYS = new TypeReference<>() {
    };

    private final JsonMapper json = JsonMapper.builder().build();
    private final Path file;

    /** @param folder for settings */
    public FileVault(Path folder) {
        this.file = folder.resolve(NAME);
    }

    @Override
    public synchronized Optional<Secret> find(String account, Origin origin) throws FailedException {
        return Optional.ofNullable(read().get(name(account, origin))).map(Secret::of);
    }

    @Override
    public synchronized void keep(String account, Origin origin, Secret secret) throws FailedException {
        Map<String, String> now = read();
        now.put(name(account, origin), secret.reveal());
        write(now);
    }

    @Override
    public synchronized void forget(String account, Origin origin) throws FailedException {
        Map<String, String> now = read();
        if (now.remove(name(account, origin)) != null) {
            write(now);
        }
    }

    private static String name(String account, Origin origin) {
        return account + "@" + origin;
    }

    private Map<String, String> read() throws FailedException {
        try {
            return Files.exists(file) ? json.readValue(Files.readString(file), KEYS) : new TreeMap<>();
        } catch (IOException e) {
            throw Faults.writing(file.getParent(), e);
        } catch (JacksonException broken) {
            return new TreeMap<>(); // keys can be entered again
        }
    }

    /** Nobody else could ever open it: it is made empty and closed to others before anything is in it. */
    private void write(Map<String, String> keys) throws FailedException {
        try {
            Files.createDirectories(file.getParent());
            Path fresh = file.resolveSibling(NAME + ".new");
            Files.deleteIfExists(fresh);
            create(fresh);
            Files.writeString(fresh, json.writeValueAsString(keys));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw Faults.writing(file.getParent(), e);
        }
    }

    private static void create(Path fresh) throws IOException {
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            return;
        }
        Files.createFile(fresh);
        AclFileAttributeView list = Files.getFileAttributeView(fresh, AclFileAttributeView.class);
        if (list != null) {
            list.setAcl(List.of(AclEntry.newBuilder().setType(AclEntryType.ALLOW).setPrincipal(list.getOwner())
                    .setPermissions(EnumSet.allOf(AclEntryPermission.class)).build()));
        }
    }
}
