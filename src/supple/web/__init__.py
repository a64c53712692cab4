"""The pages, accounts and storage. The only package that knows Django."""
