package io.reelbench.app.clips;

import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.Transferable;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.io.File;
import java.util.Arrays;
import java.util.List;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.SwingConstants;
import javax.swing.SwingUtilities;
import javax.swing.TransferHandler;

/** Another program with a window of its own, from which the files it was given can be dragged. It lives until its input ends. */
final class DragSource {

    static final String TITLE = "Reelbench drag source";

    private DragSource() {}

    public static void main(String[] arguments) throws Exception {
        List<File> files = Arrays.stream(arguments).map(File::new).toList();
        SwingUtilities.invokeLater(() -> show(files));
        System.in.readAllBytes();
        System.exit(0);
    }

    private static void show(List<File> files) {
        JLabel label = new JLabel("Drag me", SwingConstants.CENTER);
        TransferHandler handler = new Files(files);
        label.setTransferHandler(handler);
        label.addMouseMotionListener(new MouseAdapter() {
            @Override
            public void mouseDragged(MouseEvent event) {
                handler.exportAsDrag(label, event, TransferHandler.COPY);
            }
        });
        JFrame frame = new JFrame(TITLE);
        frame.add(label);
        frame.setSize(200, 150);
        frame.setVisible(true);
    }

    private static final class Files extends TransferHandler {

        private static final long serialVersionUID = 1;
        private final transient List<File> files;

        Files(List<File> files) {
            this.files = files;
        }

        @Override
        public int getSourceActions(JComponent component) {
            return COPY;
        }

        @Override
        protected Transferable createTransferable(JComponent component) {
            return new Transferable() {
                @Override
                public DataFlavor[] getTransferDataFlavors() {
                    return new DataFlavor[]{DataFlavor.javaFileListFlavor};
                }

                @Override
                public boolean isDataFlavorSupported(DataFlavor flavor) {
                    return flavor.equals(DataFlavor.javaFileListFlavor);
                }

                @Override
                public Object getTransferData(DataFlavor flavor) {
                    return files;
                }
            };
        }
    }
}
