;;; eglot-probe.el --- Emacs with eglot as a client of the language server; writes what it saw as JSON  -*- lexical-binding: t -*-
;; Environment: LSP_CMD (JSON array), LSP_FILE, LSP_LINE and LSP_COLUMN (zero-based, for completion and hover), LSP_OUT.
(require 'json)
(package-initialize)
(require 'eglot)
(require 'flymake)
(setq eglot-sync-connect 10
      eglot-autoshutdown t
      enable-local-variables nil
      make-backup-files nil
      create-lockfiles nil
      auto-save-default nil)

;; Replaces markdown-mode, which is a separate package. Eglot reads the language from the property.
(define-derived-mode probe-markdown-mode text-mode "Markdown")
(put 'probe-markdown-mode 'eglot-language-id "markdown")
(add-to-list 'eglot-server-programs
             (cons 'probe-markdown-mode (append (json-parse-string (getenv "LSP_CMD") :array-type 'list) nil)))

(defun probe-wait (seconds test)
  "Wait until TEST holds, at most SECONDS."
  (let ((end (+ (float-time) seconds)))
    (while (and (< (float-time) end) (not (funcall test)))
      (accept-process-output nil 0.05))))

(defun probe-wrong ()
  "Findings that are more than a note."
  (seq-filter (lambda (one) (memq (flymake-diagnostic-type one) '(eglot-error eglot-warning :error :warning)))
              (flymake-diagnostics)))

(defun probe-column (position)
  "Zero-based column of POSITION."
  (save-excursion (goto-char position) (- (point) (line-beginning-position))))

(let (seen)
  (condition-case problem
      (with-current-buffer (find-file-noselect (getenv "LSP_FILE"))
        (probe-markdown-mode)
        ;; As M-x eglot does, without its questions.
        (let ((server (apply #'eglot--connect (eglot--guess-contact))))
          (unless flymake-mode (flymake-mode 1))
          (flymake-start)
          (probe-wait 10 #'probe-wrong)
          (push (cons 'editor (format "Emacs %s, eglot" emacs-version)) seen)
          (push (cons 'diagnostics
                      (vconcat (mapcar (lambda (one)
                                         `((line . ,(1- (line-number-at-pos (flymake-diagnostic-beg one))))
                                           (column . ,(probe-column (flymake-diagnostic-beg one)))
                                           (message . ,(flymake-diagnostic-text one))))
                                       (probe-wrong))))
                seen)
          (goto-char (point-min))
          (forward-line (string-to-number (getenv "LSP_LINE")))
          (forward-char (string-to-number (getenv "LSP_COLUMN")))
          (push (cons 'completions
                      (vconcat (mapcar #'substring-no-properties
                                       (all-completions "" (nth 2 (eglot-completion-at-point))))))
                seen)
          (push (cons 'hover (jsonrpc-request server :textDocument/hover (eglot--TextDocumentPositionParams))) seen)
          (let* ((first (seq-find (lambda (one) (string-match-p "MultiEdit" (flymake-diagnostic-text one))) (probe-wrong)))
                 (beginning (flymake-diagnostic-beg first))
                 (end (flymake-diagnostic-end first))
                 (actions (eglot-code-actions beginning end "quickfix")))
            (push (cons 'actions (vconcat (mapcar (lambda (action) (plist-get action :title)) actions))) seen)
            (eglot--apply-workspace-edit (plist-get (elt actions 0) :edit) nil)
            (goto-char beginning)
            (push (cons 'fixed (buffer-substring-no-properties (line-beginning-position) (line-end-position))) seen))
          (set-buffer-modified-p nil)
          (eglot-shutdown server nil 5)
          (push '(stopped . t) seen)))
    (error (push (cons 'error (error-message-string problem)) seen)))
  (with-temp-file (getenv "LSP_OUT")
    (insert (json-encode (nreverse seen))))
  (kill-emacs (if (assq 'error seen) 1 0)))
