"""What the window shows, apart from how: Qt-free, torch-free."""
