"""Page configuration and navigation, nothing else."""

import streamlit as st

from factcheck.ui import navigation, sidebar

st.set_page_config(page_title="Fact-check workbench", page_icon=str(navigation.ICON), layout="wide")
page = st.navigation(navigation.pages())
sidebar.show()
page.run()
