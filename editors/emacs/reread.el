;;; reread.el --- Reread in eglot: a second reading of your code  -*- lexical-binding: t; -*-

;; Author: The Reread maintainers
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
(require 'seq)
(require 'subr-x)

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

(defun reread--uri (path)
  "The URI of the file PATH."
  (funcall (if (fboundp 'eglot-path-to-uri) 'eglot-path-to-uri 'eglot--path-to-uri) path))

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

;; What is asked of the server.

(defun reread--server ()
  "The server of this buffer."
  (let ((server (eglot-current-server)))
    (if (cl-typep server 'reread-server)
        server
      (user-error "The server does not run for this file"))))

(defun reread--run (command &rest more)
  "Run COMMAND of the server at the cursor; MORE is added to what it is given."
  (jsonrpc-request (reread--server) :workspace/executeCommand
                   (list :command command :arguments (vector (append more (reread--place))))))

(defun reread--ask (method parameters done)
  "Send PARAMETERS with METHOD to the server, and call DONE with the answer."
  (jsonrpc-async-request (reread--server) method parameters
                         :success-fn done
                         :error-fn (lambda (problem) (message "Reread: %s" (plist-get problem :message)))
                         ;; A model may take its time.
                         :timeout 600))

(defun reread--show (name text)
  "Show TEXT in a buffer called NAME, to be read."
  (with-current-buffer (get-buffer-create name)
    (let ((inhibit-read-only t))
      (erase-buffer)
      (insert text)
      (goto-char (point-min)))
    (special-mode)
    (display-buffer (current-buffer))))

;; Findings.

;;;###autoload
(defun reread-explain ()
  "Explain the finding at the cursor."
  (interactive)
  (reread--run "reread.explain"))

;;;###autoload
(defun reread-preview-fix ()
  "Show the fix of the finding at the cursor, and apply it if you agree."
  (interactive)
  (reread--run "reread.previewFix"))

(defvar reread-reasons '("Not a problem here" "Intended" "Not worth a change")
  "Reasons that are offered when a finding is dismissed; any other can be typed.")

;;;###autoload
(defun reread-dismiss (reason)
  "Dismiss the finding at the cursor for everyone here, for a REASON.
`reread-undo-dismiss' takes it back."
  (interactive
   (list (if (reread--finding)
             (completing-read "Why is it dismissed, for everyone here? " reread-reasons)
           (user-error "No finding here; place the cursor on a finding and try again"))))
  (when (string-blank-p reason)
    (user-error "A finding is not dismissed without a reason"))
  (reread--run "reread.dismiss" :reason reason))

(defun reread--program (&rest arguments)
  "What the program writes with ARGUMENTS in the folder of the project."
  (let ((default-directory (project-root (eglot--project (reread--server)))))
    (with-temp-buffer
      (let ((code (apply #'call-process (car reread-command) nil t nil
                         (append (butlast (cdr reread-command)) arguments))))
        (unless (eql code 0)
          (user-error "%s" (string-trim (buffer-string))))
        (buffer-string)))))

(defun reread--dismissals ()
  "Lines about what is dismissed in this project, with ids, the newest first."
  (let* ((output (json-parse-string (reread--program "feedback" "list" "--format" "json") :object-type 'alist))
         (verdicts (seq-filter (lambda (each) (equal (alist-get 'verdict each) "dismissed"))
                               (alist-get 'verdicts output))))
    (mapcar (lambda (each)
              (let-alist each
                (cons (format "%s %s in %s: %s" (substring .at 0 10) .rule .path .reason) .id)))
            (nreverse (seq-sort-by (lambda (each) (alist-get 'at each)) #'string< verdicts)))))

;;;###autoload
(defun reread-undo-dismiss ()
  "Take back a dismissal that you choose from those of the project."
  (interactive)
  (let* ((known (or (reread--dismissals) (user-error "Nothing is dismissed here")))
         (chosen (completing-read "Which finding is to be reported again? " known nil t nil nil (caar known)))
         (path (expand-file-name ".reread/feedback.jsonl" (project-root (eglot--project (reread--server))))))
    (reread--program "feedback" "undo" (cdr (assoc chosen known)))
    ;; The file may not be watched.
    (jsonrpc-notify (reread--server) :workspace/didChangeWatchedFiles
                    (list :changes (vector (list :uri (reread--uri path) :type 2))))))

;; What a model is asked.

;;;###autoload
(defun reread-review-file ()
  "Have the model review this file."
  (interactive)
  (reread--run "reread.reviewFile"))

;;;###autoload
(defun reread-review-selection ()
  "Have the model review the selection."
  (interactive)
  (reread--run "reread.reviewSelection"))

;;;###autoload
(defun reread-review-changes ()
  "Have the model review the uncommitted code."
  (interactive)
  (reread--run "reread.reviewChanges"))

;;;###autoload
(defun reread-review-staged ()
  "Review what is staged, as a commit hook would, and say the verdict."
  (interactive)
  (reread--ask :reread/reviewStaged (list :uri (plist-get (reread--place) :uri))
               (lambda (verdict) (message "Reread: %s" (plist-get verdict :message)))))

;;;###autoload
(defun reread-show-context ()
  "Show the context of a review of this place."
  (interactive)
  (reread--run "reread.showContext"))

;;;###autoload
(defun reread-fix-with-model ()
  "Have the model fix the finding at the cursor."
  (interactive)
  (reread--run "reread.fixWithModel"))

;;;###autoload
(defun reread-suggest-test ()
  "Have the model write a test for the finding at the cursor."
  (interactive)
  (reread--run "reread.suggestTest"))

;;;###autoload
(defun reread-ask (question)
  "Ask QUESTION about the code of the project, or about the selected code."
  (interactive (list (read-string (if (use-region-p) "Ask about the selected code: " "Ask about the code: "))))
  (let ((place (reread--place)))
    (reread--ask :reread/ask
                 (append (list :question question :uri (plist-get place :uri))
                         (when (use-region-p) (list :range (plist-get place :range))))
                 (lambda (answer)
                   (if-let ((problem (plist-get answer :problem)))
                       (message "Reread: no answer: %s" problem)
                     (reread--show "*reread answer*" (plist-get answer :page)))))))

;;;###autoload
(defun reread-commit-message ()
  "Have the model write a message for what is staged, and show it."
  (interactive)
  (reread--ask :reread/commitMessage (list :uri (plist-get (reread--place) :uri))
               (lambda (written)
                 (when-let ((text (plist-get written :message)))
                   (kill-new text)
                   (reread--show "*reread commit message*" text))
                 (when-let ((problem (plist-get written :problem)))
                   (message "Reread: %s" problem)))))

;;;###autoload
(defun reread-consent ()
  "Change the consent to send code to a model."
  (interactive)
  (reread--run "reread.consent"))

;; The installation.

;;;###autoload
(defun reread-install-parts ()
  "Install the index and the model review where they are missing."
  (interactive)
  (reread--run "reread.setup"))

;;;###autoload
(defun reread-doctor ()
  "Check the installation: the program, its parts, and the server of this buffer."
  (interactive)
  (let* ((program (executable-find (car reread-command)))
         (server (eglot-current-server))
         (here (cl-typep server 'reread-server))
         (lines (list (if program (format "ok    program: %s" program)
                        (format "fail  there is no program %s; install it with `uv tool install .' in a checkout"
                                (car reread-command)))
                      (if here (format "ok    a server runs in %s" (project-root (eglot--project server)))
                        (format "warn  the server does not run for this buffer%s"
                                (if server "; another one does, see reread-flymake" ""))))))
    (reread--show "*reread doctor*"
                  (concat (string-join lines "\n") "\n\n"
                          (when program
                            (with-temp-buffer
                              (apply #'call-process program nil t nil
                                     (append (butlast (cdr reread-command)) '("doctor" "--no-color")))
                              (buffer-string)))))))

(provide 'reread)
;;; reread.el ends here
