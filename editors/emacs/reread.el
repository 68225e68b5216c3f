;;; reread.el --- Reread in eglot: a second reading of your code  -*- lexical-binding: t; -*-

;; Version: 0.1.0
;; Package-Requires: ((emacs "28.1") (eglot "1.9"))
;; Keywords: tools, languages
;; SPDX-License-Identifier: Apache-2.0

;;; Commentary:

;; Put this into your init file, after this folder has been added to `load-path':
;;
;;   (require 'reread)
;;   (reread-setup)
;;
;; Findings are flymake diagnostics; M-x eglot-code-actions offers the fixes.

;;; Code:

(require 'eglot)

(defgroup reread nil
  "A second reading of your code."
  :group 'tools)

(defcustom reread-command '("reread" "server")
  "The command that starts the server."
  :group 'reread
  :type '(repeat string))

(defcustom reread-modes
  '(python-mode python-ts-mode js-mode js-ts-mode js-jsx-mode typescript-mode typescript-ts-mode tsx-ts-mode
                vue-mode vue-ts-mode svelte-mode go-mode go-ts-mode java-mode java-ts-mode)
  "The major modes that the server is for."
  :group 'reread
  :type '(repeat symbol))

(defclass reread-server (eglot-lsp-server) ()
  "The server, which may ask to have a page shown.")

(cl-defmethod eglot-client-capabilities :around ((_server reread-server))
  "The client capabilities, including those that older versions of eglot omit."
  (let* ((capabilities (cl-call-next-method))
         (document (plist-get capabilities :textDocument)))
    (plist-put document :publishDiagnostics
               (append '(:dataSupport t) (plist-get document :publishDiagnostics)))
    (plist-put capabilities :window
               (append '(:showDocument (:support t)) (plist-get capabilities :window)))))

(defun reread--path (uri)
  "The file that URI names."
  (funcall (if (fboundp 'eglot-uri-to-path) 'eglot-uri-to-path 'eglot--uri-to-path) uri))

(cl-defmethod eglot-handle-request
  ((_server reread-server) (_method (eql window/showDocument)) &key uri external &allow-other-keys)
  "Show the page at URI beside the code, or in a browser if EXTERNAL."
  (if (eq external t)
      (browse-url uri)
    (with-current-buffer (find-file-noselect (reread--path uri))
      (when (string-suffix-p ".md" uri)
        (read-only-mode 1))
      (display-buffer (current-buffer))))
  '(:success t))

;;;###autoload
(defun reread-setup ()
  "Make Reread the server of its modes when you visit a file."
  (add-to-list 'eglot-server-programs (cons reread-modes (cons 'reread-server reread-command)))
  (dolist (mode reread-modes)
    (add-hook (intern (format "%s-hook" mode)) #'eglot-ensure)))

(defun reread--finding ()
  "Data that identifies the finding at the cursor, or on its line, to the server."
  (let ((diagnostic (or (car (flymake-diagnostics (point)))
                        (car (flymake-diagnostics (line-beginning-position) (line-end-position))))))
    (when diagnostic
      (plist-get (cdr (assoc 'eglot-lsp-diag (flymake-diagnostic-data diagnostic))) :data))))

(defun reread--place ()
  "The selection or the cursor, as the server's commands expect it."
  (let ((begin (if (use-region-p) (region-beginning) (point)))
        (end (if (use-region-p) (region-end) (point))))
    (append (list :uri (plist-get (eglot--TextDocumentIdentifier) :uri)
                  :range (list :start (eglot--pos-to-lsp-position begin) :end (eglot--pos-to-lsp-position end)))
            (reread--finding))))

(defun reread--run (command)
  "Run COMMAND of the server at the cursor."
  (jsonrpc-request (or (eglot-current-server) (user-error "The server does not run for this file"))
                   :workspace/executeCommand
                   (list :command command :arguments (vector (reread--place)))))

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

(defun reread-show-context ()
  "Show the context of a review of this place."
  (interactive)
  (reread--run "reread.showContext"))

(defun reread-review-changes ()
  "Have the model review the uncommitted code."
  (interactive)
  (reread--run "reread.reviewChanges"))

(defun reread-fix-with-model ()
  "Have the model fix the finding at the cursor."
  (interactive)
  (reread--run "reread.fixWithModel"))

(defun reread-consent ()
  "Change the consent to send code to a model."
  (interactive)
  (reread--run "reread.consent"))

(provide 'reread)
;;; reread.el ends here
