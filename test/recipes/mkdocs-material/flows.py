import shutil


def on_post_build(config):
    shutil.copytree("flows", f"{config['site_dir']}/flows", dirs_exist_ok=True)
