;;; reread-flymake.el --- Reread beside the language's own server  -*- lexical-binding: t; -*-

;; Author: The Reread maintainers
;; Version: 0.1.0
;; Package-Requires: ((emacs "27.1"))
;; Keywords: tools, languages
;; SPDX-License-Identifier: Apache-2.0

;;; Commentary:

;; Eglot runs one server for a buffer.  This package keeps your server, and adds Reread as another backend of flymake:
;;
;;   (require 'reread-flymake)
;;   (reread-flymake-setup)

;;; Code:

(require 'cl-lib)
(require 'flymake)
(require 'json)

(defgroup reread-flymake nil
  "A second reading of your code, beside a language server."
  :group 'tools)

(defcustom reread-flymake-program '("reread")
  "The program and its first arguments."
  :group 'reread-flymake
  :type '(repeat string))

(defcustom reread-flymake-modes
  '(python-mode python-ts-mode js-mode js-ts-mode typescript-mode typescript-ts-mode tsx-ts-mode go-mode go-ts-mode
                java-mode java-ts-mode)
  "The major modes whose buffers are checked."
  :group 'reread-flymake
  :type '(repeat symbol))

(defvar-local reread-flymake--process nil
  "The check that runs for this buffer.")

(defun reread-flymake--type (severity)
  "The flymake type for a SEVERITY in Reread's output."
  (cond ((equal severity "error") :error)
        ((equal severity "warning") :warning)
        (t :note)))

(defun reread-flymake--position (place)
  "The position in this buffer of a PLACE with line and column, both from 1."
  (save-excursion
    (save-restriction
      (widen)
      (goto-char (point-min))
      (forward-line (1- (gethash "line" place)))
      (min (line-end-position) (+ (point) (1- (gethash "column" place)))))))

(defun reread-flymake--diagnostic (source finding)
  "The flymake diagnostic in the buffer SOURCE for a FINDING."
  (with-current-buffer source
    (let* ((begin (reread-flymake--position (gethash "start" finding)))
           (end (reread-flymake--position (gethash "end" finding))))
      (flymake-make-diagnostic source begin (max end (min (1+ begin) (point-max)))
                               (reread-flymake--type (gethash "severity" finding))
                               (format "%s [%s]" (gethash "message" finding) (gethash "rule" finding))))))

(defun reread-flymake-findings ()
  "The findings in this buffer of the program's output, a JSON object per line."
  (goto-char (point-min))
  (let (found)
    (while (not (eobp))
      (let* ((line (buffer-substring-no-properties (point) (line-end-position)))
             (entry (ignore-errors (let ((json-object-type 'hash-table)) (json-read-from-string line)))))
        (when (and (hash-table-p entry) (equal (gethash "type" entry) "finding"))
          (push entry found)))
      (forward-line 1))
    (nreverse found)))

(defun reread-flymake--read (source output)
  "The diagnostics for the buffer SOURCE in the buffer OUTPUT."
  (mapcar (lambda (finding) (reread-flymake--diagnostic source finding))
          (with-current-buffer output (reread-flymake-findings))))

(defun reread-flymake (report &rest _)
  "Check the text of this buffer, and pass the findings to REPORT."
  (when (process-live-p reread-flymake--process)
    (kill-process reread-flymake--process))
  (let ((source (current-buffer))
        (name (or buffer-file-name (buffer-name)))
        (coding-system-for-write 'utf-8-unix)
        (coding-system-for-read 'utf-8))
    (unless (executable-find (car reread-flymake-program))
      (error "There is no program %s" (car reread-flymake-program)))
    (setq reread-flymake--process
          (make-process
           :name "reread-flymake" :noquery t :connection-type 'pipe
           :buffer (generate-new-buffer " *reread-flymake*")
           :stderr (get-buffer-create " *reread-flymake errors*")
           :command (append reread-flymake-program (list "check" "--format" "ndjson" (concat "--stdin-filename=" name) "-"))
           :sentinel (lambda (process _event) (reread-flymake--done process source report))))
    (save-restriction
      (widen)
      (process-send-region reread-flymake--process (point-min) (point-max)))
    (process-send-eof reread-flymake--process)))

(defun reread-flymake--done (process source report)
  "Pass the output of PROCESS for buffer SOURCE to REPORT, if it is the latest."
  (unless (process-live-p process)
    (unwind-protect
        (when (and (buffer-live-p source) (eq process (buffer-local-value 'reread-flymake--process source)))
          (if (memq (process-exit-status process) '(0 1 3))
              (funcall report (reread-flymake--read source (process-buffer process)))
            (funcall report :panic :explanation (format "reread ended with %d" (process-exit-status process)))))
      (kill-buffer (process-buffer process)))))

(defun reread-flymake--enable ()
  "Add Reread to the flymake backends of this buffer."
  (when (apply #'derived-mode-p reread-flymake-modes)
    (add-hook 'flymake-diagnostic-functions #'reread-flymake nil t)
    (flymake-mode 1)
    (flymake-start)))

;;;###autoload
(defun reread-flymake-setup ()
  "Use Reread in buffers of its modes, beside the eglot server there."
  (dolist (mode reread-flymake-modes)
    (add-hook (intern (format "%s-hook" mode)) #'reread-flymake--enable))
  ;; Eglot replaces the backends of flymake when it takes charge of a buffer.
  (add-hook 'eglot-managed-mode-hook #'reread-flymake--enable))

(provide 'reread-flymake)
;;; reread-flymake.el ends here
