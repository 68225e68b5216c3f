;;; reread.el --- Reread in eglot: a second reading of your code  -*- lexical-binding: t; -*-

;; Version: 0.1.0
;; Package-Requires: ((emacs "26.3") (eglot "1.9"))
;; Keywords: tools, languages
;; SPDX-License-Identifier: Apache-2.0

;;; Commentary:

;; Put this into your init file, after this folder has been added to `load-path':
;;
;;   (require 'reread)
;;   (reread-setup)
;;
;; Findings are flymake's, fixes are in M-x eglot-code-actions.

;;; Code:

(require 'eglot)

(defgroup reread nil
  "A second reading of your code."
  :group 'tools)

(defcustom reread-command '("reread" "server")
  "The command that starts the server."
  :type '(repeat string))

(defcustom reread-modes
  '(python-mode python-ts-mode js-mode js-ts-mode js-jsx-mode typescript-mode typescript-ts-mode tsx-ts-mode
                go-mode go-ts-mode java-mode java-ts-mode)
  "The major modes that the server is for."
  :type '(repeat symbol))

(defclass reread-server (eglot-lsp-server) ()
  "The server, which may ask to have a page shown.")

(cl-defmethod eglot-client-capabilities :around ((_server reread-server))
  "Say that pages can be shown, which eglot itself cannot before Emacs 29."
  (let ((capabilities (cl-call-next-method)))
    (plist-put capabilities :window
               (append '(:showDocument (:support t)) (plist-get capabilities :window)))))

(cl-defmethod eglot-handle-request ((_server reread-server) (_method (eql window/showDocument))
                                    &key uri external &allow-other-keys)
  "Show the page at URI beside the code, to be read; in a browser if EXTERNAL."
  (if (eq external t)
      (browse-url uri)
    (with-current-buffer (find-file-noselect (eglot--uri-to-path uri))
      (when (string-suffix-p ".md" uri)
        (read-only-mode 1))
      (display-buffer (current-buffer))))
  '(:success t))

;;;###autoload
(defun reread-setup ()
  "Make Reread the server of its modes, and start it whenever a file in one of them is visited."
  (add-to-list 'eglot-server-programs (cons reread-modes (cons 'reread-server reread-command)))
  (dolist (mode reread-modes)
    (add-hook (intern (format "%s-hook" mode)) #'eglot-ensure)))

(defun reread--place ()
  "The selection, or the cursor, of the current buffer, as the server's commands expect it."
  (let ((begin (if (use-region-p) (region-beginning) (point)))
        (end (if (use-region-p) (region-end) (point))))
    (list :uri (plist-get (eglot--TextDocumentIdentifier) :uri)
          :range (list :start (eglot--pos-to-lsp-position begin) :end (eglot--pos-to-lsp-position end)))))

(defun reread--run (command)
  "Run COMMAND of the server at the cursor."
  (eglot-execute-command (eglot--current-server-or-lose) command (vector (reread--place))))

(defun reread-explain ()
  "Explain the finding at the cursor."
  (interactive)
  (reread--run "reread.explain"))

(defun reread-review-file ()
  "Have the model review this file."
  (interactive)
  (reread--run "reread.reviewFile"))

(defun reread-review-selection ()
  "Have the model review the selection."
  (interactive)
  (reread--run "reread.reviewSelection"))

(defun reread-review-changes ()
  "Have the model review what is not committed yet."
  (interactive)
  (reread--run "reread.reviewChanges"))

(defun reread-fix-with-model ()
  "Have the model fix the finding at the cursor."
  (interactive)
  (reread--run "reread.fixWithModel"))

(provide 'reread)
;;; reread.el ends here
