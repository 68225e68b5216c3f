;;; reread-lsp.el --- Reread in lsp-mode  -*- lexical-binding: t; -*-

;; Author: The Reread maintainers
;; Version: 0.1.0
;; Package-Requires: ((emacs "27.1"))
;; Keywords: tools, languages
;; SPDX-License-Identifier: Apache-2.0

;;; Commentary:

;; Lsp-mode runs several servers for a buffer; Reread is an add-on to the language's own:
;;
;;   (with-eval-after-load 'lsp-mode
;;     (require 'reread-lsp)
;;     (reread-lsp-setup))

;;; Code:

(declare-function lsp-register-client "ext:lsp-mode" (client))
(declare-function lsp-stdio-connection "ext:lsp-mode" (command &optional test))
(declare-function make-lsp-client "ext:lsp-mode" (&rest arguments))

(defgroup reread-lsp nil
  "A second reading of your code, in lsp-mode."
  :group 'tools)

(defcustom reread-lsp-command '("reread" "server")
  "The command that starts the server."
  :group 'reread-lsp
  :type '(repeat string))

(defcustom reread-lsp-modes
  '(python-mode python-ts-mode js-mode js-ts-mode typescript-mode typescript-ts-mode tsx-ts-mode go-mode go-ts-mode
                java-mode java-ts-mode)
  "The major modes that the server is for."
  :group 'reread-lsp
  :type '(repeat symbol))

;;;###autoload
(defun reread-lsp-setup ()
  "Register Reread with lsp-mode, as an add-on to the language's own server."
  (lsp-register-client
   (make-lsp-client :new-connection (lsp-stdio-connection (lambda () reread-lsp-command))
                    :major-modes reread-lsp-modes
                    :add-on? t
                    :priority -1
                    :server-id 'reread)))

(provide 'reread-lsp)
;;; reread-lsp.el ends here
